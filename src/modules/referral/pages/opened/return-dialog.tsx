import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ReasonDialog, type ReasonDialogProps } from '#design-system/forms/reason-dialog.tsx';
import { RETURNED_BECAUSE, type ReturnedBecause } from '../../model.ts';
import { GIVE_BACK } from './give-back-words.ts';

interface ReturnDialogProps extends Omit<ReasonDialogProps, 'onConfirm' | 'onTry' | 'asksFirst' | 'children'> {
  /** What follows from it. */
  readonly children?: ReactNode;
  readonly onConfirm: (said: { readonly because: ReturnedBecause; readonly reason: string }) => void;
}

const REASONS = [
  { value: '', label: GIVE_BACK.chooseOne },
  ...RETURNED_BECAUSE.map((value) => ({ value, label: GIVE_BACK.because[value] })),
];

/** Asks why a referral goes back: one of the reasons everybody reads alike, and words beside it. */
export function ReturnDialog({ children, onConfirm, onClose, ...dialog }: ReturnDialogProps) {
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const because = RETURNED_BECAUSE.find((code) => code === chosen);
  const again = () => {
    setChosen('');
    setTried(false);
    onClose();
  };
  return (
    <ReasonDialog
      {...dialog}
      asksFirst
      onClose={again}
      onTry={() => setTried(true)}
      onConfirm={(reason) => {
        if (because) onConfirm({ because, reason });
      }}
    >
      {children}
      <NativeSelect
        label={GIVE_BACK.choose}
        data={REASONS}
        value={chosen}
        required
        data-autofocus
        error={tried && !because ? GIVE_BACK.chooseNeeded : undefined}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
