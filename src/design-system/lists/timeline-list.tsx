import type { ReactNode } from 'react';
import { type Status, StatusMark } from '#design-system/duties/status-mark.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { monthName } from '#design-system/time/day-words.ts';
import type { Tone } from '#design-system/tone.ts';
import { parseDay, partsOf } from '#shared/calendar-day.ts';
import styles from './timeline-list.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** "14:20", when the hour is known. */
  readonly at?: string | undefined;
  readonly kind: { readonly label: string; readonly tone: Tone };
  /** Shape before the title, where the kind has one (contact made ●, attempted ○, met ◆). */
  readonly status?: Status | undefined;
  readonly title: string;
  readonly href?: string | undefined;
  readonly detail?: ReactNode;
  /** Who recorded it. */
  readonly by: string;
  /** "Corrected by R. Osei on 14 Oct: wrong day". */
  readonly amended?: string | undefined;
  /** What can be done with it. */
  readonly action?: ReactNode;
}

export interface TimelineListProps {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly today: string;
}

function monthOf(day: string): string {
  const parsed = parseDay(day);
  if (parsed === null) return day;
  const { year, month } = partsOf(parsed);
  return `${monthName(month)} ${year}`;
}

function byMonth(entries: readonly TimelineEntry[]): readonly (readonly [string, readonly TimelineEntry[]])[] {
  const months = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const month = monthOf(entry.day);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months];
}

function Entry({ entry, today }: { readonly entry: TimelineEntry; readonly today: string }) {
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        <DayText day={entry.day} today={today} />
        {entry.at ? <span className={styles.small}>{entry.at}</span> : null}
      </span>
      <div className={styles.what}>
        <p className={styles.title}>
          {entry.status ? <StatusMark status={entry.status} shapeOnly /> : null}
          {entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}
        </p>
        {entry.detail ? <div className={styles.detail}>{entry.detail}</div> : null}
        <span className={styles.small}>{entry.by}</span>
        {entry.amended ? <span className={styles.amended}>{entry.amended}</span> : null}
        {entry.action ?? null}
      </div>
      <Chip tone={entry.kind.tone}>{entry.kind.label}</Chip>
    </li>
  );
}

/** What happened, newest first, month by month. */
export function TimelineList({ entries, today }: TimelineListProps) {
  return byMonth(entries).map(([month, list]) => (
    <section key={month} aria-label={month} className={styles.month}>
      <h2 className={styles.heading}>{month}</h2>
      <ol className={styles.list}>
        {list.map((entry) => (
          <Entry key={entry.id} entry={entry} today={today} />
        ))}
      </ol>
    </section>
  ));
}
