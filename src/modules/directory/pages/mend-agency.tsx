import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { changeAgency } from '../contract.ts';
import styles from './directory.module.css';
import type { Read } from './directory-page.tsx';
import { DIRECTORY } from './words.ts';

type Agency = Read['agencies'][number];

/** How an organization is reached: its number, with where it was seen, and its pages. */
export function MendAgency({ agency, onClose }: { readonly agency: Agency; readonly onClose: () => void }) {
  const [id] = useState(newId);
  const [phone, setPhone] = useState(agency.phone ?? '');
  const [source, setSource] = useState(agency.phoneSource ?? '');
  const [website, setWebsite] = useState(agency.website ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useWrite(changeAgency, { changes: ['directory'], onDone: onClose });
  const missing = reason.trim().length < 3 || (phone.trim() !== '' && source.trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const phoneSource = phone.trim() === '' ? null : source.trim();
    change.mutate({
      params: { agency: agency.id },
      body: { id, phone: phone.trim() || null, phoneSource, website: website.trim() || null, reason: reason.trim() },
    });
  };
  return (
    <Modal opened onClose={onClose} title={DIRECTORY.mendTitle(agency.name)}>
      <form onSubmit={submit} noValidate>
        <TextInput
          type="tel"
          label={DIRECTORY.mendPhone}
          description={DIRECTORY.mendPhoneHint}
          value={phone}
          maxLength={40}
          onChange={(event) => setPhone(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={DIRECTORY.mendSource}
          description={DIRECTORY.mendSourceHint}
          value={source}
          maxLength={300}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          type="url"
          label={DIRECTORY.mendSite}
          value={website}
          onChange={(event) => setWebsite(event.currentTarget.value)}
        />
        <Textarea
          label={DIRECTORY.why}
          value={reason}
          rows={2}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div role="status">
          {tried && missing ? <p className={styles.wrong}>{DIRECTORY.mendNeeded}</p> : null}
          {change.error ? <p className={styles.wrong}>{failureWords(change.error, DIRECTORY.wrong)}</p> : null}
        </div>
        <div className={styles.choices}>
          <Button variant="default" onClick={onClose}>
            {DIRECTORY.mendBack}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {DIRECTORY.mendSave}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
