import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './forms.module.css';
import { LateModal } from './late-modal.tsx';

export interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** The children hold a field that is filled in before the reason, and takes the focus itself. */
  readonly asksFirst?: boolean;
  /** What the reason is asked for: "Why is this exempt?". */
  readonly label: string;
  /** Who will read it. */
  readonly hint?: string | undefined;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Why it did not go through, beside the button. */
  readonly failed?: ReactNode;
  /** Every press of the button, also while something is missing: what the children miss is then said too. */
  readonly onTry?: () => void;
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
  const { children, asksFirst, label, hint, confirm, danger, busy, failed, onTry, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < SHORTEST;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    onTry?.();
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
        data-autofocus={asksFirst ? undefined : true}
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
