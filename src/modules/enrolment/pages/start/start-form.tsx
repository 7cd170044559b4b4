import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '#design-system/forms/error-summary.tsx';
import { Card } from '#design-system/page/card.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { AUTHORITY, RIGHTS_ITEMS, startEnrolment } from '../../contract.ts';
import parts from '../parts.module.css';
import { ENROL } from '../words.ts';
import { WriteFailed } from '../write-failed.tsx';
import { GoOn, gatesOf } from './go-on.tsx';
import type { LikelyYes } from './said-yes-before.ts';

type Item = (typeof RIGHTS_ITEMS)[number];
type Method = keyof typeof ENROL.methods;
type Wrong = Partial<Record<keyof typeof ENROL.wrong, string>>;

const METHODS = Object.keys(ENROL.methods) as Method[];

interface Values {
  readonly reason: string;
  readonly on: string;
  readonly items: readonly Item[];
  readonly language: string;
  readonly by: string;
  readonly authority: LikelyYes['authority'];
  readonly method: Method;
}

function wrongOf(values: Values): Wrong {
  return {
    ...(values.on === '' || values.on > todayHere() ? { on: ENROL.wrong.on } : {}),
    ...(values.items.length === 0 ? { items: ENROL.wrong.items } : {}),
    ...(values.language.trim().length < 2 ? { language: ENROL.wrong.language } : {}),
    ...(values.by.trim() === '' ? { by: ENROL.wrong.by } : {}),
    ...(values.authority === '' ? { authority: ENROL.wrong.authority } : {}),
  };
}

export interface StartFormProps {
  readonly chart: string;
  /** Who most likely says yes, by what authority. */
  readonly said: LikelyYes;
  /** The language spoken at home, as the referral tells it. */
  readonly language: string;
}

/** The form that begins an enrolment; it leads to the chart. */
export function StartForm({ chart, said, language }: StartFormProps) {
  const [identified] = useWriteId();
  const go = useGo();
  const [values, setValues] = useState<Values>(() => ({
    ...{ reason: '', on: todayHere(), items: [], language, ...said, method: 'signed' },
  }));
  const [wrong, setWrong] = useState<Wrong>({});
  const [attempt, setAttempt] = useState(0);
  const start = useWrite(startEnrolment, {
    changes: ['referral', 'caseload', 'chart', 'worklists', 'duties'],
    onDone: () => go(`/app/youth/${chart}`),
  });
  const gates = gatesOf(start.error);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrongOf(values);
    setWrong(found);
    setAttempt(attempt + 1);
    const { authority } = values;
    if (Object.keys(found).length > 0 || authority === '') return;
    const consent = { givenBy: values.by.trim(), authority, method: values.method };
    const { on, items } = values;
    start.mutate({
      params: { chart },
      body: identified({
        on,
        consent,
        language: values.language.trim(),
        items: [...items],
        reason: values.reason.trim() || null,
      }),
    });
  };
  return (
    <form className={parts.form} onSubmit={submit} noValidate>
      <p className={parts.small}>{ENROL.hint}</p>
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(wrong).map(([field, message]) => ({ fieldId: `enrol-${field}`, message }))}
      />
      <Explained values={values} wrong={wrong} set={set} />
      <SaidYes values={values} wrong={wrong} set={set} />
      <WriteFailed error={start.error} />
      {gates.length > 0 ? <GoOn gates={gates} reason={values.reason} onReason={(reason) => set({ reason })} /> : null}
      <div className={parts.choices}>
        <Button type="submit" loading={start.isPending}>
          {ENROL.save}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly values: Values;
  readonly wrong: Wrong;
  readonly set: (change: Partial<Values>) => void;
}

function Explained({ values, wrong, set }: PartProps) {
  const missing = RIGHTS_ITEMS.filter((item) => !values.items.includes(item));
  const some = values.items.length > 0 && missing.length > 0;
  return (
    <Card title={ENROL.given} hint={ENROL.givenHint}>
      <div className={parts.options}>
        <Checkbox.Group
          id="enrol-items"
          tabIndex={-1}
          aria-label={ENROL.given}
          value={[...values.items]}
          onChange={(ticked) => set({ items: RIGHTS_ITEMS.filter((item) => ticked.includes(item)) })}
          error={wrong.items}
        >
          <div className={parts.options}>
            {RIGHTS_ITEMS.map((item) => (
              <Checkbox key={item} value={item} label={ENROL.items[item]} />
            ))}
          </div>
        </Checkbox.Group>
        {some ? (
          <p className={parts.small} role="status">
            {ENROL.missing(missing.map((item) => ENROL.items[item].toLowerCase()).join('; '))}
          </p>
        ) : null}
        <TextInput
          id="enrol-language"
          label={ENROL.language}
          value={values.language}
          onChange={(event) => set({ language: event.currentTarget.value })}
          error={wrong.language}
          maxLength={60}
        />
      </div>
    </Card>
  );
}

function SaidYes({ values, wrong, set }: PartProps) {
  return (
    <Card title={ENROL.consent} hint={ENROL.adult}>
      <div className={parts.options}>
        <div className={parts.two}>
          <TextInput
            id="enrol-by"
            label={ENROL.by}
            value={values.by}
            onChange={(event) => set({ by: event.currentTarget.value })}
            error={wrong.by}
            maxLength={200}
          />
          <NativeSelect
            id="enrol-authority"
            label={ENROL.authority}
            value={values.authority}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              set({ authority: AUTHORITY.find((code) => code === chosen) ?? '' });
            }}
            error={wrong.authority}
            data={[
              { value: '', label: ENROL.chooseAuthority },
              ...AUTHORITY.map((code) => ({ value: code, label: ENROL.authorities[code] })),
            ]}
          />
        </div>
        <Radio.Group
          label={ENROL.method}
          value={values.method}
          onChange={(chosen) => set({ method: METHODS.find((code) => code === chosen) ?? values.method })}
        >
          <div className={parts.options}>
            {METHODS.map((code) => (
              <Radio key={code} value={code} label={ENROL.methods[code]} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          id="enrol-on"
          type="date"
          label={ENROL.on}
          value={values.on}
          max={todayHere()}
          onChange={(event) => set({ on: event.currentTarget.value })}
          error={wrong.on}
        />
      </div>
    </Card>
  );
}
