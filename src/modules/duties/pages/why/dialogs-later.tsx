import { type ComponentProps, lazy, Suspense, useEffect } from 'react';
import { useDrawnLate } from '#design-system/forms/late-modal.tsx';
import type { DelegateDialog } from './delegate-dialog.tsx';
import type { DoneOnDialog } from './done-on-dialog.tsx';

const loadDelegate = () => import('./delegate-dialog.tsx').then((code) => ({ default: code.DelegateDialog }));
const loadDoneOn = () => import('./done-on-dialog.tsx').then((code) => ({ default: code.DoneOnDialog }));
const Delegate = lazy(loadDelegate);
const DoneOn = lazy(loadDoneOn);

/** What is recorded about every kind of fact comes with the forms; it is fetched once why something is owed can be read. */
export function useDialogsSoon(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void Promise.all([loadDelegate(), loadDoneOn()]), 1_000);
    return () => window.clearTimeout(timer);
  }, []);
}

/** `DelegateDialog`, whose code is not part of why something is owed. */
export function DelegateLater(props: ComponentProps<typeof DelegateDialog>) {
  return useDrawnLate(props.open).drawn ? (
    <Suspense fallback={null}>
      <Delegate {...props} />
    </Suspense>
  ) : null;
}

/** `DoneOnDialog`, whose code is not part of why something is owed. */
export function DoneOnLater(props: ComponentProps<typeof DoneOnDialog>) {
  return useDrawnLate(props.open).drawn ? (
    <Suspense fallback={null}>
      <DoneOn {...props} />
    </Suspense>
  ) : null;
}
