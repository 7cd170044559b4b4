import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ConflictDialog } from '#design-system/forms/conflict-dialog.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { changeAgency, readDirectory } from '../contract.ts';
import { changedMeanwhile, compared } from './changed-meanwhile.ts';
import styles from './directory.module.css';
import type { Read } from './directory-page.tsx';
import { DIRECTORY } from './words.ts';

type Agency = Read['agencies'][number];

/** How an organization is reached: its number, with where it was seen, and its pages. */
export function MendAgency({ agency, onClose }: { readonly agency: Agency; readonly onClose: () => void }) {
  const known = useQueryClient();
  const [write, setWrite] = useState({ id: newId(), base: agency.revision });
  const [phone, setPhone] = useState(agency.phone ?? '');
  const [source, setSource] = useState(agency.phoneSource ?? '');
  const [website, setWebsite] = useState(agency.website ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useWrite(changeAgency, { changes: ['directory'], onDone: onClose });
  const missing = reason.trim().length < 3 || (phone.trim() !== '' && source.trim() === '');
  const theirs = changedMeanwhile(change.error);
  const mine = {
    phone: phone.trim() || null,
    phoneSource: phone.trim() === '' ? null : source.trim(),
    website: website.trim() || null,
  };
  const send = (on: typeof write) =>
    change.mutate({ params: { agency: agency.id }, body: { ...on, ...mine, reason: reason.trim() } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) send(write);
  };
  const keepMine = () => {
    if (!theirs) return;
    const next = { id: newId(), base: theirs.revision };
    setWrite(next);
    send(next);
  };
  const takeTheirs = () => {
    void known.invalidateQueries({ queryKey: [readDirectory.name] });
    onClose();
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
        <div role="status">{tried && missing ? <p className={styles.wrong}>{DIRECTORY.mendNeeded}</p> : null}</div>
        <WriteFailed error={theirs ? null : change.error} refusals={DIRECTORY.wrong} />
        <div className={styles.choices}>
          <Button variant="default" onClick={onClose}>
            {DIRECTORY.mendBack}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {DIRECTORY.mendSave}
          </Button>
        </div>
      </form>
      <ConflictDialog
        open={theirs !== null}
        what={DIRECTORY.meanwhile}
        fields={theirs ? compared(mine, theirs) : []}
        onKeepMine={keepMine}
        onTakeTheirs={takeTheirs}
        onClose={() => change.reset()}
      />
    </Modal>
  );
}
