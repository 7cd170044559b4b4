import { useState } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { Overview } from '#modules/chart/contract.ts';
import { ChartPart } from '#modules/chart/pages/frame/chart-part.tsx';
import { useServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useGo, usePageParam } from '#web/staff/routing/use-page.ts';
import { listContacts } from '../contract.ts';
import type { SignedNote } from '../model.ts';
import styles from './note/note.module.css';
import { draftOf, readNoteDraft } from './note/note-draft.ts';
import { NoteForm } from './note/note-form.tsx';
import { useSign } from './note/use-sign.ts';
import { words } from './words.ts';

/** A signed note opened again: a new one takes its place, with a reason; the old one stays readable. */
export default function AmendPage() {
  return <ChartPart>{(overview) => <FindNote overview={overview} />}</ChartPart>;
}

const MOST = 200;

function FindNote({ overview }: { readonly overview: Overview }) {
  const id = usePageParam('note');
  const read = useRead(listContacts, { params: { chart: overview.header.id }, query: { limit: MOST } });
  const note = read.data?.contacts.find((one) => one.id === id);
  if (read.isPending) return <LoadingState label={words.list.loading} />;
  if (!note)
    return (
      <FailedState title={words.list.failed.title} kept={words.list.failed.kept} onRetry={() => void read.refetch()} />
    );
  return <Amend key={note.id} overview={overview} note={note} />;
}

function Amend({ overview, note }: { readonly overview: Overview; readonly note: SignedNote }) {
  const go = useGo();
  const { id: chart } = overview.header;
  const [fresh] = useState(() => draftOf(note, chart, newId()));
  const draft = useServerDraft(`amendment-${note.id}`, chart, readNoteDraft);
  const notes = `/app/youth/${chart}/notes`;
  const leave = async () => {
    await draft.discard();
    go(notes);
  };
  const sign = useSign(overview, note.id, draft.discard);
  return (
    <>
      <h2 className={styles.title}>{words.form.amendTitle}</h2>
      {draft.value === undefined ? (
        <LoadingState label={words.list.loading} rows={5} />
      ) : (
        <NoteForm
          overview={overview}
          fresh={fresh}
          draft={draft}
          amends
          busy={sign.isPending}
          error={sign.error}
          onSign={(written) => sign.mutate(written, { onSuccess: () => go(notes) })}
          onDiscard={leave}
        />
      )}
    </>
  );
}
