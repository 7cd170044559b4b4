import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import styles from './agreements.module.css';
import type { Asked, Form, Said } from './asked.ts';
import { AGREEMENTS } from './words.ts';

/** A few things said of an agreement, in a dialog. Closed without saving, nothing was changed. */
export function SaidForm({ form, onClose }: { readonly form: Form; readonly onClose: () => void }) {
  const { title, asked, start, save, operation, params, body } = form;
  const [identified] = useWriteId();
  const [said, setSaid] = useState<Said>(start);
  const [tried, setTried] = useState(false);
  const write = useWrite(operation, { changes: ['agreements'], onDone: onClose });
  const shown = asked.filter(({ when }) => when?.(said) !== false);
  const missing = shown.filter(({ name, optional }) => !optional && (said[name] ?? '').trim() === '');
  const change = (name: string, value: string) => {
    write.reset();
    setSaid({ ...said, [name]: value });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) write.mutate({ params, body: identified(body(said)) });
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {shown.map((one) => (
          <OneField
            key={one.name}
            asked={one}
            value={said[one.name] ?? ''}
            onChange={(value) => change(one.name, value)}
          />
        ))}
        <div role="status">
          {tried && missing.length > 0 ? <p className={styles.wrong}>{AGREEMENTS.needed}</p> : null}
        </div>
        <WriteFailed error={write.error} refusals={AGREEMENTS.wrong} />
        <div className={styles.choices}>
          <Button variant="default" onClick={onClose}>
            {AGREEMENTS.back}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface OneFieldProps {
  readonly asked: Asked;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OneField({ asked: { label, hint, kind, choices }, value, onChange }: OneFieldProps) {
  const shared = { label, description: hint, value };
  if (kind === 'choice')
    return (
      <NativeSelect {...shared} data={[...(choices ?? [])]} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  if (kind === 'words')
    return <Textarea {...shared} rows={2} maxLength={2000} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <TextInput
      {...shared}
      type={kind === 'day' ? 'date' : 'text'}
      maxLength={kind === 'day' ? undefined : 300}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
