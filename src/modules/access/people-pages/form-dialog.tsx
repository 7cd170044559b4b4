import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import type { CarefulWrite } from './careful-write.tsx';
import styles from './people.module.css';
import { FORMS, REFUSALS } from './words.ts';

type Sent = Pick<CarefulWrite<never>, 'busy' | 'error' | 'proving' | 'dialog'>;

export interface FormDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly says: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly write: Sent;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/**
 * One change to people or seats. It steps aside while the proof is asked for, so that one dialog stands at a time; what
 * was written is held by whoever shows it.
 */
export function FormDialog({ title, says, confirm, danger, write, onSubmit, onClose, children }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const onField = write.error?.problem?.problems.length ?? 0;
  return (
    <>
      <Modal opened={!write.proving} onClose={onClose} title={title} closeOnClickOutside={false}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <div className={styles.says}>{says}</div>
          {children}
          <WriteFailed error={onField === 0 ? write.error : null} refusals={REFUSALS} />
          <div className={styles.choices}>
            <Button variant="default" onClick={onClose}>
              {FORMS.back}
            </Button>
            <Button type="submit" color={danger ? 'brick' : 'pine'} loading={write.busy}>
              {confirm}
            </Button>
          </div>
        </form>
      </Modal>
      {write.dialog}
    </>
  );
}

/** What is wrong with each field: what the form saw itself, then what the server said. */
export function wrongFields(write: Sent, own: Readonly<Record<string, string | false>>): Record<string, string> {
  const said = (write.error?.problem?.problems ?? []).map(({ field, code }) => [
    field.split('.').at(-1) ?? field,
    REFUSALS[code] ?? FORMS.missing,
  ]);
  return Object.fromEntries([...said, ...Object.entries(own).filter(([, words]) => words !== false)]);
}
