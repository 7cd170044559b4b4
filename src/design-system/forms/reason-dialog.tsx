import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './forms.module.css';
import { LateModal } from './late-modal.tsx';

export interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** What the reason is asked for: "Why is this exempt?". */
  readonly label: string;
  /** Who will read it. */
  readonly hint?: string | undefined;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Why it did not go through, beside the button. */
  readonly failed?: ReactNode;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

const SHORTEST = 3;

/** Asks for the reason that has to stand beside what is about to be done. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <LateModal opened={props.open} onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} />
    </LateModal>
  );
}

/** Mounted with the dialog, so that every opening starts empty. */
function ReasonForm(props: ReasonDialogProps) {
  const { children, label, hint, confirm, danger, busy, failed, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < SHORTEST;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) onConfirm(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
      <Textarea
        className={styles.field}
        label={label}
        description={hint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && missing ? 'Say the reason in a few words' : undefined}
        minRows={3}
        required
        data-autofocus
      />
      {failed}
      <div className={styles.choices}>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button type="submit" color={danger ? 'brick' : 'pine'} loading={busy === true}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
