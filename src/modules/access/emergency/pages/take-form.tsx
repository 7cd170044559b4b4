import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { useCarefulWrite } from '../../people-pages/careful-write.tsx';
import { takeEmergencyAccess } from '../contract.ts';
import styles from './emergency.module.css';
import { TAKE } from './words.ts';

const said = TAKE.form;
/** As the contract asks: a reason somebody can judge. */
const SHORTEST_REASON = 10;
const SHORTEST_IDENTIFIER = 3;

const WAYS = ['number', 'name', 'identifier'] as const;

interface Values {
  readonly by: (typeof WAYS)[number];
  readonly named: string;
  /** YYYY-MM-DD; with a name alone. */
  readonly born: string;
  readonly reason: string;
  readonly minutes: string;
}

type Wrong = Partial<Record<'named' | 'born' | 'reason', string>>;

function wrongNamed({ by, named }: Values): string | null {
  const written = named.trim();
  if (written === '') return said.missing;
  if (by === 'number') return /^[1-9]\d{0,8}$/.test(written) ? null : said.noNumber;
  if (by === 'name') return /\S\s+\S/.test(written) ? null : said.notWhole;
  return written.length < SHORTEST_IDENTIFIER ? said.shortIdentifier : null;
}

function wrongIn(values: Values): Wrong {
  const named = wrongNamed(values);
  return {
    ...(named === null ? {} : { named }),
    ...(values.by === 'name' && values.born === '' ? { born: said.missing } : {}),
    ...(values.reason.trim().length < SHORTEST_REASON ? { reason: said.shortReason } : {}),
  };
}

/** What names the chart, as it is sent. */
function namedBy({ by, named, born }: Values) {
  const written = named.trim();
  if (by === 'name') return { name: written, born };
  return by === 'number' ? { number: Number(written) } : { identifier: written };
}

/**
 * Asks for a chart by number, by name and birth day or by identifier, with a reason and an end. A fresh proof of who one is
 * comes in between.
 */
export function TakeForm({ onTaken }: { readonly onTaken: (taken: AnswerOf<typeof takeEmergencyAccess>) => void }) {
  const [values, setValues] = useState<Values>({ by: 'number', named: '', born: '', reason: '', minutes: '60' });
  const [identified] = useWriteId();
  const [tried, setTried] = useState(false);
  const write = useCarefulWrite(takeEmergencyAccess, onTaken, ['emergency']);
  const wrong: Wrong = tried ? wrongIn(values) : {};
  const set = (different: Partial<Values>) => setValues({ ...values, ...different });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrongIn(values)).length > 0) return;
    const { reason, minutes } = values;
    write.send({ body: identified({ ...namedBy(values), reason: reason.trim(), minutes: Number(minutes) }) });
  };
  return (
    <Card title={said.title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Radio.Group
          label={said.by}
          value={values.by}
          onChange={(by) => set({ by: WAYS.find((way) => way === by) ?? 'number', named: '', born: '' })}
        >
          <div className={styles.ways}>
            {WAYS.map((way) => (
              <Radio key={way} value={way} label={said.ways[way]} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={said.named[values.by]}
          description={values.by === 'name' ? said.nameHint : undefined}
          inputMode={values.by === 'number' ? 'numeric' : 'text'}
          value={values.named}
          maxLength={values.by === 'name' ? 200 : 60}
          autoComplete="off"
          error={wrong.named}
          onChange={(event) => set({ named: event.currentTarget.value })}
        />
        {values.by === 'name' ? (
          <TextInput
            type="date"
            label={said.born}
            value={values.born}
            autoComplete="off"
            error={wrong.born}
            onChange={(event) => set({ born: event.currentTarget.value })}
          />
        ) : null}
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
        <WriteFailed error={write.error} refusals={TAKE.refusals} />
        <Button type="submit" color="brick" loading={write.busy}>
          {said.confirm}
        </Button>
      </form>
      {write.dialog}
    </Card>
  );
}
