import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { changeServiceArea, readDirectory } from '../contract.ts';
import styles from './directory.module.css';
import type { Read } from './directory-page.tsx';
import { DIRECTORY } from './words.ts';

/** Another organization serves a county from a day on. */
export function ChangeArea({ read }: { readonly read: Read }) {
  const known = useQueryClient();
  const [identified, renew] = useWriteId();
  const [county, setCounty] = useState('');
  const [agency, setAgency] = useState('');
  const [from, setFrom] = useState(read.today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useWrite(changeServiceArea, {
    changes: ['directory'],
    onDone: () => {
      renew();
      setReason('');
      setTried(false);
    },
  });
  const base = read.counties.find(({ code }) => code === county)?.revision ?? 0;
  const missing = county === '' || agency === '' || from === '' || reason.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    // Refused as changed meanwhile, the form is sent anew from what is shown then.
    const again = () => void known.invalidateQueries({ queryKey: [readDirectory.name] });
    const body = identified({ base, county, agency: Number(agency), from, reason: reason.trim() });
    change.mutate({ body }, { onError: again });
  };
  const first = { value: '', label: DIRECTORY.choose };
  return (
    <Card title={DIRECTORY.change} hint={DIRECTORY.changeHint}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={DIRECTORY.county}
          value={county}
          onChange={(event) => setCounty(event.currentTarget.value)}
          data={[first, ...read.counties.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <NativeSelect
          label={DIRECTORY.agency}
          value={agency}
          onChange={(event) => setAgency(event.currentTarget.value)}
          data={[
            first,
            ...read.agencies
              .filter(({ kind }) => kind === 'cmo' || kind === 'fso')
              .map(({ id: value, name }) => ({ value: String(value), label: name })),
          ]}
        />
        <TextInput
          type="date"
          label={DIRECTORY.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Textarea
          className={styles.whole}
          label={DIRECTORY.why}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          rows={2}
          maxLength={2000}
        />
        <div className={styles.whole} role="status">
          {tried && missing ? <p className={styles.wrong}>{DIRECTORY.needed}</p> : null}
          {change.isSuccess ? <p>{DIRECTORY.saved}</p> : null}
        </div>
        <div className={styles.whole}>
          <WriteFailed error={change.error} refusals={DIRECTORY.wrong} />
        </div>
        <div className={styles.whole}>
          <Button type="submit" loading={change.isPending}>
            {DIRECTORY.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
