import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { systemClock } from '#platform/clock/clock.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { recordDecision } from '../../contract.ts';
import parts from '../parts.module.css';
import { HINTS, LABELS, WRONG } from '../register/form-words.ts';
import { instantHere } from '../register/instant-here.ts';
import { WriteFailed } from '../write-failed.tsx';
import styles from './eligibility.module.css';
import letter from './letter.module.css';
import { RECORD } from './opened-words.ts';

export interface RecordCardProps {
  readonly chart: string;
  /** What the referral came with. */
  readonly document: string;
}

/** A referral from a file of the organization's own waits for nobody here: what the administrator decided is recorded. */
export function RecordCard({ chart, document }: RecordCardProps) {
  const [identified] = useWriteId();
  const [values, setValues] = useState({ document, decidedOn: todayHere(), assignedOn: todayHere(), hour: '' });
  const [tried, setTried] = useState(false);
  const record = useWrite(recordDecision, { changes: ['referral', 'worklists', 'caseload', 'chart'] });
  const assignedAt = values.hour ? instantHere(values.assignedOn, values.hour) : null;
  const wrong = {
    document: values.document.trim() === '' && WRONG.document,
    decidedOn: (values.decidedOn === '' || values.decidedOn > todayHere()) && WRONG.decidedOn,
    assignedOn:
      (assignedAt === null && WRONG.assignedOn) ||
      (Date.parse(assignedAt ?? '') > systemClock.now() && WRONG.assignedFuture),
  };
  const field = (name: keyof typeof values, label: string, error: string | false) => ({
    label,
    value: values[name],
    error: tried && error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.document || wrong.decidedOn || wrong.assignedOn || assignedAt === null) return;
    const recorded = { document: values.document.trim(), decidedOn: values.decidedOn, assignedAt };
    record.mutate({ params: { chart }, body: identified({ recorded }) });
  };
  return (
    <Card title={RECORD.title} hint={RECORD.hint}>
      <form className={letter.fields} onSubmit={submit} noValidate>
        <TextInput
          {...field('document', LABELS.document, wrong.document)}
          description={HINTS.document}
          maxLength={200}
        />
        <div className={styles.two}>
          <TextInput type="date" max={todayHere()} {...field('decidedOn', LABELS.decidedOn, wrong.decidedOn)} />
          <TextInput type="date" max={todayHere()} {...field('assignedOn', LABELS.assignedOn, wrong.assignedOn)} />
          <TextInput type="time" {...field('hour', LABELS.assignedHour, false)} description={HINTS.assignedHour} />
        </div>
        <WriteFailed error={record.error} />
        <div className={parts.choices}>
          <Button type="submit" loading={record.isPending}>
            {RECORD.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
