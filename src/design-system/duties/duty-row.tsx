import type { ReactNode } from 'react';
import { classes } from '#design-system/class-names.ts';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { lateWords } from '#design-system/time/day-words.ts';
import type { Tone } from '#design-system/tone.ts';
import { parseDay } from '#shared/calendar-day.ts';
import styles from './duty-row.module.css';

export interface DutyRowProps {
  /** Opens why the duty is owed. */
  readonly href: string;
  readonly title: string;
  /** The youth's name as this seat sees it, "Amina R."; left out inside a chart. */
  readonly youth?: string | undefined;
  readonly age?: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** When the hour counts: "by 14:20". */
  readonly dueAt?: string | undefined;
  /**
   * How late in other words than days, where the hour counts: "2 hours late". `null`: past its day without being late,
   * as a target is. Left out, days are counted.
   */
  readonly lateBy?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly reason?: string | undefined;
  readonly chip?: { readonly label: string; readonly tone: Tone } | undefined;
  /** The one thing to do next, as a button. */
  readonly action?: ReactNode;
  /** Shown beside the list. */
  readonly selected?: boolean;
}

/** One thing owed: by when and how late, what, for whom, why, and what to do about it. */
export function DutyRow({
  href,
  title,
  youth,
  age,
  due,
  dueAt,
  today,
  reason,
  chip,
  action,
  selected,
  lateBy,
}: DutyRowProps) {
  const [dueDay, todayDay] = [parseDay(due), parseDay(today)];
  const counted = dueDay === null || todayDay === null ? '' : lateWords(dueDay, todayDay);
  const late = lateBy === undefined ? counted : lateBy;
  const when = late || dueAt;
  return (
    <li className={classes(styles.row, selected && styles.selected)}>
      <p className={styles.when}>
        <span className={classes(styles.day, late && styles.late)}>
          <DayText day={due} today={today} />
        </span>
        {when ? <span className={styles.small}>{when}</span> : null}
      </p>
      <p className={styles.what}>
        <span>
          <a className={styles.title} href={href} aria-current={selected ? 'true' : undefined}>
            {title}
          </a>
          {youth ? ` · ${youth}` : null}
          {age === undefined ? null : <span className={styles.age}> ·&nbsp;{age}</span>}
        </span>
        {reason ? <span className={styles.small}>{reason}</span> : null}
      </p>
      {action || chip ? (
        <div className={styles.end}>{action ?? (chip ? <Chip tone={chip.tone}>{chip.label}</Chip> : null)}</div>
      ) : null}
    </li>
  );
}
