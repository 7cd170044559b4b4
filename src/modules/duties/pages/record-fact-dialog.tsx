import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Programme } from '#modules/facts/model.ts';
import { instantOf } from '#platform/clock/zoned-time.ts';
import { useCommand, type Written } from '#web/staff/data/use-command.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { ZONE } from '#web/staff/here.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import { recordFact } from '../contract.ts';
import { CommandForm } from './command-form.tsx';
import { type FactData, FactFields, isMissing } from './facts/fact-fields.tsx';
import { fieldsOfKind } from './facts/fields-of-kind.ts';
import { kindLabel, offeredIn } from './facts/kind-labels.ts';
import { type KnownFact, makesReference } from './facts/references.ts';
import styles from './forms.module.css';
import { fieldProblems } from './problem-words.ts';
import { words } from './words.ts';

export interface RecordFactDialogProps {
  readonly open: boolean;
  readonly chart: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly facts: readonly KnownFact[];
  readonly onDone: (written: Written<typeof recordFact>) => void;
  readonly onClose: () => void;
}

/** Records that something happened whose own page is elsewhere or does not exist. */
export function RecordFactDialog(props: RecordFactDialogProps) {
  return (
    <Modal opened={props.open} onClose={props.onClose} title={words.record.title} size="lg">
      <RecordFactForm {...props} />
    </Modal>
  );
}

/** What may be chosen: the headings of a programme, and before them nothing chosen yet. */
const choicesIn = (programme: Programme | undefined) => [
  { value: '', label: words.record.choose },
  ...(programme ? offeredIn(programme) : []).map(({ heading, kinds }) => ({
    group: heading,
    items: kinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
  })),
];

/** Mounted with the dialog: every opening begins anew. */
function RecordFactForm({ chart, today, facts, onDone, onClose }: RecordFactDialogProps) {
  const [identified] = useWriteId();
  const [kind, setKind] = useState('');
  const [on, setOn] = useState(today);
  const [hour, setHour] = useState('');
  const [data, setData] = useState<FactData>({});
  const [tried, setTried] = useState(false);
  const write = useCommand(recordFact, { changes: ['chart', 'worklists', 'duties'], onDone });
  const programme = useSeat()?.programme;
  const choices = useMemo(() => choicesIn(programme), [programme]);
  const all = kind === '' || !programme ? [] : fieldsOfKind(kind, programme);
  const fields = all.filter(({ name }) => !makesReference(kind, name));
  const wrong = fieldProblems(write.error);
  const send = () => {
    setTried(true);
    if (kind === '' || fields.some((field) => isMissing(field, data))) return;
    const at = hour === '' ? null : instantOf({ day: on, hour }, ZONE);
    const body = identified({ kind, on, at, data });
    const made = all.filter(({ name }) => makesReference(kind, name)).map(({ name }) => [name, body.id]);
    write.mutate({ params: { chart }, body: { ...body, data: { ...data, ...Object.fromEntries(made) } } });
  };
  const choose = (next: string) => {
    setKind(next);
    setData({});
    setTried(false);
  };
  return (
    <CommandForm write={write} confirm={words.record.confirm} onSend={send} onClose={onClose}>
      <NativeSelect
        label={words.record.kind}
        data={choices}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value)}
        error={tried && kind === '' ? words.problems['missing'] : undefined}
        data-autofocus
      />
      <FactFields fields={fields} data={data} onChange={setData} facts={facts} tried={tried} />
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={words.record.day}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
          error={wrong['on']}
        />
        <TextInput
          type="time"
          label={words.record.hour}
          value={hour}
          onChange={(event) => setHour(event.currentTarget.value)}
        />
      </div>
    </CommandForm>
  );
}
