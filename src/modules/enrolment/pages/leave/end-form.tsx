import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { Card } from '#design-system/page/card.tsx';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { endEnrolment } from '../../contract.ts';
import parts from '../parts.module.css';
import { todayHere } from '../today-here.ts';
import { useWriteId } from '../use-write-id.ts';
import type { WayProps } from './transfer-form.tsx';
import { GROUND_WORDS, type Ground, LEAVE } from './words.ts';

const said = LEAVE.end;
const GROUNDS = Object.entries(GROUND_WORDS) as [Ground, string][];

/** Ends care management on a ground of the rule, after asking. */
export function EndForm({ chart, youth }: WayProps) {
  const id = useWriteId();
  const go = useGo();
  const [values, setValues] = useState({ ground: null as Ground | null, on: todayHere(), reason: '' });
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const end = useWrite(endEnrolment, {
    changes: ['referral', 'caseload', 'chart', 'worklists', 'duties'],
    onDone: () => go(`/app/youth/${chart}`),
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const wrong = {
    ground: values.ground === null && LEAVE.wrong.ground,
    on: (values.on === '' || values.on > todayHere()) && LEAVE.wrong.on,
    reason: values.reason.trim().length < 3 && LEAVE.wrong.reason,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAsking(!wrong.ground && !wrong.on && !wrong.reason);
  };
  const { ground, on } = values;
  const send = () =>
    ground === null
      ? undefined
      : end.mutate({ params: { chart }, body: { id, on, ground, reason: values.reason.trim() } });
  return (
    <Card title={said.title} hint={said.hint}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={said.ground}
          value={ground ?? ''}
          error={tried && wrong.ground}
          onChange={(event) => set({ ground: GROUNDS.find(([one]) => one === event.currentTarget.value)?.[0] ?? null })}
          data={[{ value: '', label: said.choose }, ...GROUNDS.map(([value, label]) => ({ value, label }))]}
        />
        <TextInput
          {...{ type: 'date', label: LEAVE.on, value: on, max: todayHere(), error: tried && wrong.on }}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
        <Textarea
          {...{ label: said.why, description: said.whyHint, value: values.reason, error: tried && wrong.reason }}
          {...{ maxLength: 2000, autosize: true, minRows: 2 }}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <div className={parts.choices}>
          <Button type="submit" variant="default" loading={end.isPending}>
            {said.save}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={asking}
        title={said.sure(youth)}
        confirm={LEAVE.sureYes.end}
        danger
        busy={end.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <p>{said.surely}</p>
        {end.error ? (
          <p className={parts.failed} role="alert">
            {failureWords(end.error, LEAVE.refusals)}
          </p>
        ) : null}
      </ConfirmDialog>
    </Card>
  );
}
