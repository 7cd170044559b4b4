import { TimelineList } from '#design-system/lists/timeline-list.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { SignedNote } from '#modules/contacts/model.ts';
import { todayHere } from '#web/staff/here.ts';
import type { Mark } from '../../pages/overview/marks.ts';
import { entryOf } from '../../pages/timeline/entry-of.ts';
import styles from './kept.module.css';
import { OPENED } from './words.ts';

export interface KeptTimelineProps {
  readonly marks: readonly Mark[];
  /** Where the notes stand. */
  readonly base: string;
  /** Those shown there: a contact leads to its note only when there is one to read. */
  readonly notes: readonly SignedNote[];
}

/** What the agency recorded, newest first. */
export function KeptTimeline({ marks, base, notes }: KeptTimelineProps) {
  if (marks.length === 0) return <EmptyState title={OPENED.noMarks.title}>{OPENED.noMarks.says}</EmptyState>;
  const entries = marks.toReversed().map((mark) => {
    const note = notes.find(({ id }) => id === mark.data['contact']);
    return { ...entryOf(mark, ''), href: note ? `${base}#${note.id}` : undefined };
  });
  return (
    <div className={styles.narrow}>
      <TimelineList today={todayHere()} entries={entries} />
    </div>
  );
}
