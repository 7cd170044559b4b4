import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { systemClock } from '#platform/clock/clock.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { type Outcome, recordDecision } from '../../contract.ts';
import parts from '../parts.module.css';
import { HINTS, LABELS, WRONG } from '../register/form-words.ts';
import { instantHere } from '../register/instant-here.ts';
import { OUTCOME_WORDS } from '../words.ts';
import { WriteFailed } from '../write-failed.tsx';
import styles from './eligibility.module.css';
import letter from './letter.module.css';
import { RECORD } from './record-words.ts';

const OUTCOMES = Object.entries({ ...OUTCOME_WORDS, eligible: RECORD.eligible }).map(([value, label]) => ({
  value,
  label,
}));

export interface RecordCardProps {
  readonly chart: string;
  /** What the referral came with. */
  readonly document: string;
  /** The decision that a later one takes the place of. */
  readonly reconsiders: string | undefined;
}

/** A referral from a file of the organization's own waits for nobody here: what the administrator decided is recorded. */
export function RecordCard({ chart, document, reconsiders }: RecordCardProps) {
  const [identified] = useWriteId();
  const [values, setValues] = useState({
    ...{ outcome: 'eligible' as Outcome, document, decidedOn: todayHere() },
    ...{ assignedOn: todayHere(), hour: '', why: '' },
  });
  const [tried, setTried] = useState(false);
  const record = useWrite(recordDecision, { changes: ['referral', 'worklists', 'caseload', 'chart'] });
  const sent = values.outcome === 'eligible';
  const assignedAt = sent && values.hour ? instantHere(values.assignedOn, values.hour) : null;
  const wrong = {
    document: values.document.trim() === '' && WRONG.document,
    decidedOn: (values.decidedOn === '' || values.decidedOn > todayHere()) && WRONG.decidedOn,
    assignedOn:
      sent &&
      ((assignedAt === null && WRONG.assignedOn) ||
        (Date.parse(assignedAt ?? '') > systemClock.now() && WRONG.assignedFuture)),
    why: reconsiders !== undefined && values.why.trim().length < 3 && RECORD.whyNeeded,
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
    if (Object.values(wrong).some(Boolean)) return;
    const { outcome, decidedOn } = values;
    const again = reconsiders === undefined ? {} : { reconsiders, reconsiderReason: values.why.trim() };
    const recorded = { outcome, document: values.document.trim(), decidedOn, assignedAt, ...again };
    record.mutate({ params: { chart }, body: identified({ recorded }) });
  };
  return (
    <Card
      title={reconsiders === undefined ? RECORD.title : RECORD.againTitle}
      hint={reconsiders === undefined ? RECORD.hint : RECORD.againHint}
    >
      <form className={letter.fields} onSubmit={submit} noValidate>
        <NativeSelect {...field('outcome', RECORD.outcome, false)} data={OUTCOMES} />
        <TextInput
          {...field('document', LABELS.document, wrong.document)}
          description={HINTS.document}
          maxLength={200}
        />
        {reconsiders === undefined ? null : <TextInput {...field('why', RECORD.why, wrong.why)} maxLength={2000} />}
        <div className={styles.two}>
          <TextInput type="date" max={todayHere()} {...field('decidedOn', LABELS.decidedOn, wrong.decidedOn)} />
          {sent ? (
            <>
              <TextInput type="date" max={todayHere()} {...field('assignedOn', LABELS.assignedOn, wrong.assignedOn)} />
              <TextInput type="time" {...field('hour', LABELS.assignedHour, false)} description={HINTS.assignedHour} />
            </>
          ) : null}
        </div>
        <WriteFailed error={record.error} />
        <div className={parts.choices}>
          <Button type="submit" loading={record.isPending}>
            {sent ? RECORD.save : RECORD.saveOther}
          </Button>
        </div>
      </form>
    </Card>
  );
}
