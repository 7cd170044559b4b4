import { Card } from '#design-system/page/card.tsx';
import { sayInstant } from '#modules/chart/pages/say.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { listWithdrawnContacts } from '../../contract.ts';
import { words } from '../words.ts';
import { NoteCard } from './note-card.tsx';
import styles from './notes.module.css';

/** Notes entered in error: the privacy officer's view of what left everybody else's. Nothing when there are none. */
export function WithdrawnNotes({ chart, today }: { readonly chart: string; readonly today: string }) {
  const withdrawn = useRead(listWithdrawnContacts, { params: { chart } });
  if (withdrawn.isError) return <p role="alert">{words.withdrawn.failed}</p>;
  const notes = withdrawn.data?.contacts ?? [];
  if (notes.length === 0) return null;
  return (
    <Card title={words.withdrawn.title} hint={words.withdrawn.hint} aside={notes.length}>
      <ol className={styles.list}>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} today={today}>
              <p>{words.withdrawn.why(sayInstant(note.withdrawnAt, today), note.withdrawnReason)}</p>
            </NoteCard>
          </li>
        ))}
      </ol>
    </Card>
  );
}
