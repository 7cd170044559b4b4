import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { LateModal } from '#design-system/forms/late-modal.tsx';
import { capacityOf } from '#modules/audit/pages/capacity-of.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { delegateDuty, readColleagues } from '../../contract.ts';
import { CommandForm } from '../command-form.tsx';
import { words } from '../words.ts';

export interface DelegateDialogProps {
  readonly open: boolean;
  readonly chart: string;
  readonly dutyKey: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Hands a duty to a colleague who sees the chart. */
export function DelegateDialog(props: DelegateDialogProps) {
  return (
    <LateModal opened={props.open} onClose={props.onClose} title={words.delegate.title}>
      <DelegateForm {...props} />
    </LateModal>
  );
}

function DelegateForm({ chart, dutyKey, onDone, onClose }: DelegateDialogProps) {
  const [identified] = useWriteId();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const colleagues = useRead(readColleagues, { params: { chart }, query: { key: dutyKey } });
  const mayLetIn = useMay()('relation.give');
  const write = useCommand(delegateDuty, { changes: ['chart', 'worklists', 'duties'], onDone });
  const known = (colleagues.data?.colleagues ?? []).map(({ seat, name, capacity, title }) => ({
    value: seat,
    label: `${name}, ${title ?? capacityOf(capacity).toLowerCase()}`,
  }));
  const hint = (
    <>
      {words.delegate.hint} {mayLetIn ? <a href={`/app/youth/${chart}/related`}>{words.delegate.letIn}</a> : null}
    </>
  );
  const send = () => {
    setTried(true);
    if (to === '') return;
    write.mutate({ params: { chart }, body: identified({ key: dutyKey, to, reason: reason.trim() || null }) });
  };
  return (
    <CommandForm write={write} confirm={words.delegate.confirm} onSend={send} onClose={onClose}>
      <NativeSelect
        label={words.delegate.to}
        data={[{ value: '', label: words.delegate.choose }, ...known]}
        description={colleagues.isError ? words.delegate.none : hint}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={tried && to === '' ? words.problems['missing'] : undefined}
        data-autofocus
      />
      <Textarea
        label={words.delegate.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        minRows={2}
      />
    </CommandForm>
  );
}
