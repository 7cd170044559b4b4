import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { Card } from '#design-system/page/card.tsx';
import { loadCmos } from '#modules/referral/pages/opened/cmos.ts';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { transferChart } from '../../contract.ts';
import parts from '../parts.module.css';
import { todayHere } from '../today-here.ts';
import { useWriteId } from '../use-write-id.ts';
import { LEAVE } from './words.ts';

const said = LEAVE.transfer;

export interface WayProps {
  readonly chart: string;
  /** The youth's name, for the question before it is done. */
  readonly youth: string;
}

/** Offers the chart to the organization of another county, after asking. */
export function TransferForm({ chart, youth, holder }: WayProps & { readonly holder: number }) {
  const id = useWriteId();
  const go = useGo();
  const [values, setValues] = useState({ agency: '', on: todayHere(), reason: '' });
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const cmos = useQuery({ queryKey: ['directory.cmos'], queryFn: loadCmos, staleTime: Number.POSITIVE_INFINITY });
  const others = (cmos.data ?? []).filter((cmo) => cmo.id !== holder);
  const name = others.find((cmo) => String(cmo.id) === values.agency)?.name;
  const transfer = useWrite(transferChart, {
    // The chart is no longer this organization's to read: only lists are asked again.
    changes: ['referral.queue', 'caseload', 'worklists', 'chart.list', 'chart.transferred'],
    onDone: () => go('/app/youth/transferred'),
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const wrong = {
    agency: name === undefined && LEAVE.wrong.agency,
    on: (values.on === '' || values.on > todayHere()) && LEAVE.wrong.on,
    reason: values.reason.trim().length < 3 && LEAVE.wrong.reason,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAsking(!wrong.agency && !wrong.on && !wrong.reason);
  };
  const { on } = values;
  const body = { id, toAgency: Number(values.agency), on, reason: values.reason.trim() };
  return (
    <Card title={said.title} hint={said.hint}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={said.agency}
          value={values.agency}
          error={tried && wrong.agency}
          onChange={(event) => set({ agency: event.currentTarget.value })}
          data={[
            { value: '', label: said.choose },
            ...others.map((cmo) => ({ value: String(cmo.id), label: cmo.name })),
          ]}
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
          <Button type="submit" loading={transfer.isPending}>
            {said.save(name)}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={asking}
        title={said.sure(youth, name ?? '')}
        confirm={LEAVE.sureYes.transfer}
        busy={transfer.isPending}
        onConfirm={() => transfer.mutate({ params: { chart }, body })}
        onClose={() => setAsking(false)}
      >
        <p>{said.surely}</p>
        {transfer.error ? (
          <p className={parts.failed} role="alert">
            {failureWords(transfer.error, LEAVE.refusals)}
          </p>
        ) : null}
      </ConfirmDialog>
    </Card>
  );
}
