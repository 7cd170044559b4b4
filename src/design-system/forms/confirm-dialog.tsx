import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './forms.module.css';
import { LateModal } from './late-modal.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  /** The question: "End the absence cover?". */
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The verb on the button: "End the cover", never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, danger = false, busy = false, onConfirm, onClose } = props;
  return (
    <LateModal opened={open} onClose={onClose} title={title}>
      {children}
      <div className={styles.choices}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Go back
        </Button>
        <Button color={danger ? 'brick' : 'pine'} loading={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </LateModal>
  );
}
