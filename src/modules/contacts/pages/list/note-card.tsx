import type { ReactNode } from 'react';
import { StatusMark } from '#design-system/duties/status-mark.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { sayInstant } from '#modules/chart/pages/say.ts';
import { codeLabel } from '#modules/duties/pages/facts/code-words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { ZONE } from '#web/staff/here.ts';
import type { SignedNote } from '../../model.ts';
import { words } from '../words.ts';
import styles from './notes.module.css';

export interface NoteCardProps {
  readonly note: SignedNote;
  /** The version it took the place of. */
  readonly before?: SignedNote | undefined;
  readonly today: string;
  /** What may be done with it. */
  readonly children?: ReactNode;
}

const labelIn = (labels: Readonly<Record<string, string>>, code: string | null) =>
  code === null ? null : (labels[code] ?? codeLabel(code));

/** Codes everybody's notes carry anyway say nothing. */
const USUAL = ['general', 'mental-health'];

function detailsOf(note: SignedNote): string {
  const said = [
    note.withWhom.map((code) => labelIn(words.withWhom, code)).join(', '),
    labelIn(words.how, note.how),
    labelIn(words.place, note.place),
    note.minutesFace === null ? null : words.list.minutes(note.minutesFace),
    note.minutesCall === null ? null : words.list.call(note.minutesCall),
    note.minutesTravel === null ? null : words.list.travel(note.minutesTravel),
  ];
  return said.filter(Boolean).join(' · ');
}

/** One signed note: when, reached or not, whom and how, what was said, who signed; what stood there before it was amended. */
export function NoteCard({ note, before, today, children }: NoteCardProps) {
  const signed = words.list.signed(note.signedBy ?? words.list.somebody, sayInstant(note.signedAt, today));
  return (
    <article className={styles.card}>
      <header className={styles.header}>
        <h2 className={styles.when}>
          <DayText day={note.on} today={today} />
          {note.startedAt ? `, ${wallTime(note.startedAt, ZONE).hour}` : null}
        </h2>
        <StatusMark status={note.made ? 'contact-made' : 'contact-attempted'} />
        {USUAL.includes(note.category) ? null : <Chip tone="plum">{codeLabel(note.category)}</Chip>}
      </header>
      <p className={styles.details}>{detailsOf(note)}</p>
      <p className={styles.words}>{note.words || words.list.noWords}</p>
      {note.topics.length > 0 ? (
        <p className={styles.small}>{note.topics.map((code) => labelIn(words.topics, code)).join(', ')}</p>
      ) : null}
      {note.aboutTitle ? <p className={styles.small}>{words.list.about(note.aboutTitle)}</p> : null}
      {note.amendReason ? <p className={styles.amended}>{words.list.amends(note.amendReason)}</p> : null}
      {before ? (
        <details className={styles.before}>
          <summary>{words.list.earlier}</summary>
          <p className={styles.details}>{detailsOf(before)}</p>
          <p className={styles.words}>{before.words || words.list.noWords}</p>
        </details>
      ) : null}
      <footer className={styles.footer}>
        <span className={styles.small}>{signed}</span>
        <span className={styles.actions}>{children}</span>
      </footer>
    </article>
  );
}
