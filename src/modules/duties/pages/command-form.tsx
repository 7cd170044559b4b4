import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { ApiError } from '#web/staff/data/api-error.ts';
import styles from './forms.module.css';
import { problemSentence } from './problem-words.ts';
import { words } from './words.ts';

export interface CommandFormProps {
  /** What the form sends: whether it is under way, and what became of it. */
  readonly write: { readonly error: ApiError | null; readonly isPending: boolean };
  readonly confirm: string;
  /** Asked for the command; what is missing is said by the fields. */
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog's form for one command: why it was not accepted above the fields, closing and sending below them. */
export function CommandForm({ write, confirm, onSend, onClose, children }: CommandFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {write.error ? (
        <p className={styles.problem} role="alert">
          {problemSentence(write.error)}
        </p>
      ) : null}
      {children}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
        <Button type="submit" loading={write.isPending}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
