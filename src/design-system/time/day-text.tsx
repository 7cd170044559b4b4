import { parseDay } from '#shared/calendar-day.ts';
import { fullDay, shortDay } from './day-words.ts';

export interface DayTextProps {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `YYYY-MM-DD`; given, that day reads "Today" and another year is named. */
  readonly today?: string | undefined;
}

/** A day as people say it, `Tue 13 Oct`, with the whole date for whoever asks. */
export function DayText({ day, today }: DayTextProps) {
  const parsed = parseDay(day);
  if (parsed === null) return <span>{day}</span>;
  const reference = today === undefined ? null : parseDay(today);
  const words = parsed === reference ? 'Today' : shortDay(parsed, reference ?? undefined);
  return (
    <time dateTime={day} title={fullDay(parsed)}>
      {words}
    </time>
  );
}
