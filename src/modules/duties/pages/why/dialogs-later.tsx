import { type ComponentType, type ReactNode, useEffect } from 'react';
import { LateModal, useDrawnLate } from '#design-system/forms/late-modal.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { later } from '#web/staff/routing/later.tsx';
import { sparesData } from '#web/staff/routing/spares-data.ts';
import { words } from '../words.ts';
import type { DelegateDialogProps } from './delegate-dialog.tsx';
import type { DoneOnDialogProps } from './done-on-dialog.tsx';

interface Dialog {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A dialog whose code comes later; where it cannot be fetched, the dialog says so itself. */
const dialogLater = <P extends Dialog>(title: string, load: () => Promise<ComponentType<P>>) =>
  later<P>(load, {
    waiting: () => null,
    failed: ({ open, onClose }, onRetry): ReactNode => (
      <LateModal opened={open} onClose={onClose} title={title}>
        <FailedState title={words.dialogs.failed} kept={words.why.kept} onRetry={onRetry} />
      </LateModal>
    ),
  });

const Delegate = dialogLater<DelegateDialogProps>(words.delegate.title, () =>
  import('./delegate-dialog.tsx').then(({ DelegateDialog }) => DelegateDialog),
);
const DoneOn = dialogLater<DoneOnDialogProps>(words.doneOn.title, () =>
  import('./done-on-dialog.tsx').then(({ DoneOnDialog }) => DoneOnDialog),
);

/** What is recorded about every kind of fact comes with the forms; it is fetched once why something is owed can be read. */
export function useDialogsSoon(): void {
  useEffect(() => {
    if (sparesData()) return undefined;
    const timer = window.setTimeout(() => void Promise.all([Delegate.preload(), DoneOn.preload()]), 1_000);
    return () => window.clearTimeout(timer);
  }, []);
}

/** `DelegateDialog`, whose code is not part of why something is owed. */
export function DelegateLater(props: DelegateDialogProps) {
  return useDrawnLate(props.open).drawn ? <Delegate {...props} /> : null;
}

/** `DoneOnDialog`, whose code is not part of why something is owed. */
export function DoneOnLater(props: DoneOnDialogProps) {
  return useDrawnLate(props.open).drawn ? <DoneOn {...props} /> : null;
}
