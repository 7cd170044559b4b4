import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCarefulWrite } from '#modules/access/people-pages/careful-write.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { confirmRedaction, requestRedaction } from '../../contract.ts';
import styles from '../audit.module.css';
import type { Redaction } from './redactions-page.tsx';
import { REDACTIONS } from './words.ts';

interface DialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const SHORTEST = 3;
const CHANGES = ['audit'];

/** The first of two: names the row, the order and why. */
export function AskDialog({ onDone, onClose }: DialogProps) {
  const [identified] = useWriteId();
  const [values, setValues] = useState({ event: '', order: '', reason: '' });
  const [tried, setTried] = useState(false);
  const write = useCarefulWrite(requestRedaction, onDone, CHANGES);
  const { askForm, wrong } = REDACTIONS;
  const number = Number(values.event.replaceAll(/\D/g, ''));
  const own = {
    event: number > 0 ? undefined : wrong.event,
    order: values.order.trim().length < SHORTEST ? wrong.order : undefined,
    reason: values.reason.trim().length < SHORTEST ? wrong.reason : undefined,
  };
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(own).some(Boolean)) return;
    write.send({
      body: identified({ event: number, courtOrder: values.order.trim(), reason: values.reason.trim() }),
    });
  };
  return (
    <>
      <Modal opened={!write.proving} onClose={onClose} title={askForm.title} closeOnClickOutside={false}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <p className={styles.plain}>{askForm.says}</p>
          <TextInput
            label={askForm.event}
            description={askForm.eventHint}
            inputMode="numeric"
            value={values.event}
            error={tried ? own.event : undefined}
            data-autofocus
            onChange={(event) => set({ event: event.currentTarget.value })}
          />
          <TextInput
            label={askForm.order}
            description={askForm.orderHint}
            maxLength={200}
            value={values.order}
            error={tried ? own.order : undefined}
            onChange={(event) => set({ order: event.currentTarget.value })}
          />
          <Textarea
            label={askForm.reason}
            rows={3}
            maxLength={2000}
            value={values.reason}
            error={tried ? own.reason : undefined}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          <WriteFailed error={write.error} refusals={REDACTIONS.refusals} />
          <Choices confirm={askForm.confirm} busy={write.busy} onClose={onClose} />
        </form>
      </Modal>
      {write.dialog}
    </>
  );
}

/** The second, another person: from here on the details cannot be had back. */
export function ConfirmRedactionDialog({
  redaction,
  onDone,
  onClose,
}: DialogProps & { readonly redaction: Redaction }) {
  const [id] = useState(newId);
  const write = useCarefulWrite(confirmRedaction, onDone, CHANGES);
  const { confirmForm } = REDACTIONS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.send({ params: { redaction: redaction.id }, body: { id } });
  };
  return (
    <>
      <Modal opened={!write.proving} onClose={onClose} title={confirmForm.title} closeOnClickOutside={false}>
        <form className={styles.form} onSubmit={submit}>
          <p className={styles.plain}>{confirmForm.says(redaction.event, redaction.courtOrder)}</p>
          <p className={styles.quote}>{redaction.reason}</p>
          <WriteFailed error={write.error} refusals={REDACTIONS.refusals} />
          <Choices danger confirm={confirmForm.confirm} busy={write.busy} onClose={onClose} />
        </form>
      </Modal>
      {write.dialog}
    </>
  );
}

interface ChoicesProps {
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
}

function Choices({ confirm, danger = false, busy, onClose }: ChoicesProps) {
  return (
    <div className={styles.choices}>
      <Button variant="default" onClick={onClose}>
        {REDACTIONS.back}
      </Button>
      <Button type="submit" color={danger ? 'brick' : 'pine'} loading={busy}>
        {confirm}
      </Button>
    </div>
  );
}
