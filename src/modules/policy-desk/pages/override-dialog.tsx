import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { MOST_SET, setOverride } from '../contract.ts';
import type { Parameter } from './numbers.tsx';
import styles from './policy.module.css';
import { WhatIf } from './what-if.tsx';
import { CLAUSES, OVERRIDE } from './words.ts';

export interface OverrideDialogProps {
  readonly pack: string;
  /** The number with its clause, as a title. */
  readonly name: string;
  readonly parameter: Parameter;
  readonly onClose: () => void;
}

const SHORTEST = 3;

/** Sets a number for the agency: the value, from when, why, and before that what it would change. */
export function OverrideDialog({ pack, name, parameter, onClose }: OverrideDialogProps) {
  const [identified] = useWriteId();
  const [text, setText] = useState(String(parameter.value));
  const [from, setFrom] = useState<string>(todayHere);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const set = useWrite(setOverride, { changes: ['policy', 'duties', 'worklists', 'caseload'], onDone: onClose });
  const value = typeof parameter.default === 'boolean' ? text === 'true' : Number(text);
  const notWhole = typeof value === 'number' && !(/^\d{1,4}$/.test(text.trim()) && value <= MOST_SET);
  const reasonMissing = reason.trim().length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reasonMissing || notWhole || from === '') return;
    set.mutate({
      params: { pack },
      body: identified({ parameter: parameter.key, value, reason: reason.trim(), from }),
    });
  };
  return (
    <Modal opened onClose={onClose} title={OVERRIDE.title(name)} size="lg">
      <form className={styles.stack} onSubmit={submit} noValidate>
        {typeof parameter.default === 'boolean' ? (
          <NativeSelect
            label={OVERRIDE.value}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data={[
              { value: 'true', label: CLAUSES.yes },
              { value: 'false', label: CLAUSES.no },
            ]}
          />
        ) : (
          <TextInput
            type="number"
            min={0}
            max={MOST_SET}
            label={OVERRIDE.value}
            value={text}
            error={notWhole ? OVERRIDE.whole(MOST_SET) : undefined}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {notWhole ? null : <WhatIf key={String(value)} pack={pack} parameter={parameter.key} value={value} />}
        <TextInput
          type="date"
          label={OVERRIDE.from}
          description={OVERRIDE.fromHint}
          value={from}
          error={tried && from === '' ? OVERRIDE.since : undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Textarea
          label={OVERRIDE.reason}
          description={OVERRIDE.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reasonMissing ? OVERRIDE.reasonNeeded : undefined}
          rows={2}
          maxLength={2000}
          required
        />
        <WriteFailed error={set.error} refusals={OVERRIDE.problems} />
        <div className={styles.choices}>
          <Button variant="default" onClick={onClose}>
            {OVERRIDE.back}
          </Button>
          <Button type="submit" loading={set.isPending}>
            {OVERRIDE.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
