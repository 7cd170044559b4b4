import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LateModal } from '#design-system/forms/late-modal.tsx';
import { useCommand, type Written } from '#web/staff/data/use-command.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import { doneOn } from '../../contract.ts';
import { CommandForm } from '../command-form.tsx';
import { type FactData, FactFields, isMissing } from '../facts/fact-fields.tsx';
import { fieldsOfKind } from '../facts/fields-of-kind.ts';
import type { KnownFact } from '../facts/references.ts';
import { fieldProblems } from '../problem-words.ts';
import { words } from '../words.ts';

export interface DoneOnDialogProps {
  readonly open: boolean;
  readonly chart: string;
  readonly dutyKey: string;
  readonly today: string;
  /** The kind of fact that meets the duty, and which of its fields must still be said. */
  readonly kind: string;
  readonly asks: readonly string[];
  readonly facts: readonly KnownFact[];
  readonly onDone: (written: Written<typeof doneOn>) => void;
  readonly onClose: () => void;
}

/** Says that what a duty asks was done on a day, and names the evidence. */
export function DoneOnDialog(props: DoneOnDialogProps) {
  return (
    <LateModal opened={props.open} onClose={props.onClose} title={words.doneOn.title}>
      <DoneOnForm {...props} />
    </LateModal>
  );
}

const LEAST_EVIDENCE = 3;

function DoneOnForm({ chart, dutyKey, today, kind, asks, facts, onDone, onClose }: DoneOnDialogProps) {
  const [identified] = useWriteId();
  const [on, setOn] = useState(today);
  const [evidence, setEvidence] = useState('');
  const [data, setData] = useState<FactData>({});
  const [tried, setTried] = useState(false);
  const write = useCommand(doneOn, { changes: ['chart', 'worklists', 'duties'], onDone });
  const programme = useSeat()?.programme;
  const all = programme ? fieldsOfKind(kind, programme) : [];
  const fields = all.filter(({ name }) => asks.includes(name));
  const wrong = fieldProblems(write.error);
  const unsaid = evidence.trim().length < LEAST_EVIDENCE;
  const send = () => {
    setTried(true);
    if (unsaid || fields.some((field) => isMissing(field, data))) return;
    write.mutate({ params: { chart }, body: identified({ key: dutyKey, on, evidence: evidence.trim(), data }) });
  };
  return (
    <CommandForm write={write} confirm={words.doneOn.confirm} onSend={send} onClose={onClose}>
      <p>{words.doneOn.says}</p>
      <TextInput
        type="date"
        label={words.doneOn.day}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
        error={wrong['on']}
        data-autofocus
      />
      <FactFields fields={fields} data={data} onChange={setData} facts={facts} tried={tried} />
      <Textarea
        label={words.doneOn.evidence}
        description={words.doneOn.evidenceHint}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        error={tried && unsaid ? words.problems['too-small'] : undefined}
        minRows={2}
      />
    </CommandForm>
  );
}
