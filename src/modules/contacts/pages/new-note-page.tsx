import { useState } from 'react';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { Overview } from '#modules/chart/contract.ts';
import { ChartPart } from '#modules/chart/pages/frame/chart-part.tsx';
import { useServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import styles from './note/note.module.css';
import { freshNote, readNoteDraft } from './note/note-draft.ts';
import { NoteForm } from './note/note-form.tsx';
import { useSign } from './note/use-sign.ts';
import { words } from './words.ts';

/** A new note about a youth, begun where the last draft stopped. */
export default function NewNotePage() {
  return <ChartPart>{(overview) => <NewNote key={overview.header.id} overview={overview} />}</ChartPart>;
}

function NewNote({ overview }: { readonly overview: Overview }) {
  const about = usePageQuery().get('duty');
  const go = useGo();
  const { id: chart } = overview.header;
  const [fresh] = useState(() => freshNote(overview, newId(), about));
  const draft = useServerDraft('note', chart, readNoteDraft);
  const notes = `/app/youth/${chart}/notes`;
  const leave = async () => {
    await draft.discard();
    go(notes);
  };
  const sign = useSign(overview, null, draft.discard);
  return (
    <>
      <h2 className={styles.title}>{words.form.title}</h2>
      {draft.value === undefined ? (
        <LoadingState label={words.list.loading} rows={5} />
      ) : (
        <NoteForm
          overview={overview}
          fresh={fresh}
          draft={draft}
          amends={false}
          busy={sign.isPending}
          error={sign.error}
          // Who went elsewhere meanwhile stays there.
          onSign={(note) => sign.mutate(note, { onSuccess: () => go(notes) })}
          onDiscard={leave}
        />
      )}
    </>
  );
}
