import { Button } from '@mantine/core';
import { useId } from 'react';
import { classes } from '#design-system/class-names.ts';
import { Chip } from '#design-system/page/chip.tsx';
import { shortDay } from '#design-system/time/day-words.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { Shift } from '../../contract/on-call.ts';
import styles from './on-call.module.css';
import { byDay, type RosterDay, runs } from './roster-days.ts';
import { ON_CALL } from './words.ts';

export interface RosterListProps {
  readonly shifts: readonly Shift[];
  readonly zone: string;
  /** `YYYY-MM-DD` in that zone. */
  readonly today: string;
  /** Left out when this seat arranges nothing. */
  readonly onEnd?: ((shift: Shift) => void) | undefined;
}

/** Shifts by the day they begin; one running now says so. */
export function RosterList({ shifts, zone, today, onEnd }: RosterListProps) {
  return (
    <div className={styles.days}>
      {byDay(shifts, today, zone).map((roster) => (
        <Day key={roster.day} {...{ roster, zone, today, onEnd }} />
      ))}
    </div>
  );
}

function dayWords(on: string, today: string): string {
  const near = { [today]: ON_CALL.today, [isoDay(addDays(day(today), 1))]: ON_CALL.tomorrow }[on];
  const said = shortDay(day(on), day(today));
  return near ? `${near}, ${said}` : said;
}

function Day({
  roster,
  zone,
  today,
  onEnd,
}: Omit<RosterListProps, 'shifts'> & {
  readonly roster: RosterDay;
}) {
  const heading = useId();
  return (
    <section className={styles.day} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        <time dateTime={roster.day}>{dayWords(roster.day, today)}</time>
      </h2>
      <ul className={styles.shifts}>
        {roster.shifts.map((shift) => (
          <Line
            key={shift.id}
            {...{ shift, onEnd }}
            when={runs(shift, roster.day, zone)}
            whole={runs(shift, today, zone)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends Pick<RosterListProps, 'onEnd'> {
  readonly shift: Shift;
  readonly when: string;
  /** The same for a button alone: with the day it begins. */
  readonly whole: string;
}

function Line({ shift, when, whole, onEnd }: LineProps) {
  return (
    <li className={classes(styles.shift, shift.now && styles.running)}>
      <span className={styles.who}>
        <strong>{shift.name}</strong>
        {shift.now ? <Chip tone="pine">{ON_CALL.now}</Chip> : null}
      </span>
      <span className={styles.when}>{when}</span>
      {onEnd ? (
        <Button
          variant="default"
          size="xs"
          aria-label={shift.now ? ON_CALL.endOf(shift.name) : ON_CALL.callOffOf(shift.name, whole)}
          onClick={() => onEnd(shift)}
        >
          {shift.now ? ON_CALL.end : ON_CALL.callOff}
        </Button>
      ) : null}
    </li>
  );
}
