import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { SignedNote } from '#modules/contacts/model.ts';
import { NoteCard } from '#modules/contacts/pages/list/note-card.tsx';
import { todayHere } from '#web/staff/here.ts';
import styles from './kept.module.css';
import { OPENED } from './words.ts';

/** The agency's own notes, newest first; an amended one shows what stood there before. */
export function KeptNotes({ notes }: { readonly notes: readonly SignedNote[] }) {
  const standing = notes.filter(({ amendedBy }) => amendedBy === null);
  if (standing.length === 0) return <EmptyState title={OPENED.noNotes.title}>{OPENED.noNotes.says}</EmptyState>;
  const today = todayHere();
  return (
    <ol className={styles.notes}>
      {standing.map((note) => (
        <li key={note.id} id={note.id}>
          <NoteCard note={note} before={notes.find(({ id }) => id === note.supersedes)} today={today} />
        </li>
      ))}
    </ol>
  );
}
