import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useCarefulWrite } from '../../people-pages/careful-write.tsx';
import { takeEmergencyAccess } from '../contract.ts';
import styles from './emergency.module.css';
import { TAKE } from './words.ts';

const said = TAKE.form;
/** As the contract asks: a reason somebody can judge. */
const SHORTEST_REASON = 10;

interface Values {
  readonly by: 'number' | 'identifier';
  readonly named: string;
  readonly reason: string;
  readonly minutes: string;
}

type Wrong = Partial<Record<'named' | 'reason', string>>;

function wrongNamed({ by, named }: Values): string | null {
  if (named.trim() === '') return said.missing;
  return by === 'number' && !/^[1-9]\d{0,8}$/.test(named.trim()) ? said.noNumber : null;
}

function wrongIn(values: Values): Wrong {
  const named = wrongNamed(values);
  return {
    ...(named === null ? {} : { named }),
    ...(values.reason.trim().length < SHORTEST_REASON ? { reason: said.shortReason } : {}),
  };
}

/** Asks for a chart by number or identifier, with a reason and an end. A fresh proof of who one is comes in between. */
export function TakeForm({ onTaken }: { readonly onTaken: (taken: AnswerOf<typeof takeEmergencyAccess>) => void }) {
  const [values, setValues] = useState<Values>({ by: 'number', named: '', reason: '', minutes: '60' });
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const write = useCarefulWrite(takeEmergencyAccess, onTaken, ['emergency']);
  const wrong: Wrong = tried ? wrongIn(values) : {};
  const set = (different: Partial<Values>) => setValues({ ...values, ...different });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrongIn(values)).length > 0) return;
    const named = values.named.trim();
    const body = {
      ...(values.by === 'number' ? { number: Number(named) } : { identifier: named }),
      reason: values.reason.trim(),
      minutes: Number(values.minutes),
    };
    write.send({ body: { id, ...body } });
  };
  return (
    <Card title={said.title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Radio.Group label={said.by} value={values.by} onChange={(by) => set({ by: by as Values['by'], named: '' })}>
          <div className={styles.ways}>
            <Radio value="number" label={said.byNumber} />
            <Radio value="identifier" label={said.byIdentifier} />
          </div>
        </Radio.Group>
        <TextInput
          label={values.by === 'number' ? said.number : said.identifier}
          inputMode={values.by === 'number' ? 'numeric' : 'text'}
          value={values.named}
          maxLength={60}
          autoComplete="off"
          error={wrong.named}
          onChange={(event) => set({ named: event.currentTarget.value })}
        />
        <Textarea
          label={said.reason}
          description={said.reasonHint}
          value={values.reason}
          maxLength={2000}
          autosize
          minRows={3}
          error={wrong.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <NativeSelect
          label={said.minutes}
          value={values.minutes}
          data={said.choices.map(([value, label]) => ({ value, label }))}
          onChange={(event) => set({ minutes: event.currentTarget.value })}
        />
        {write.error ? (
          <p className={styles.failed} role="alert">
            {failureWords(write.error, TAKE.refusals)}
          </p>
        ) : null}
        <Button type="submit" color="brick" loading={write.busy}>
          {said.confirm}
        </Button>
      </form>
      {write.dialog}
    </Card>
  );
}
