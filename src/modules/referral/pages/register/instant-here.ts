import { ZONE } from '#web/staff/here.ts';

const OFFSET = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** How far New Jersey's clocks stand from UTC at an instant: "-05:00". */
function offsetAt(instant: number): string {
  const name = OFFSET.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', '') || '+00:00';
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What New Jersey's clocks showed at an instant: "14:20". */
export const hourHere = (instant: string): string => CLOCK.format(Date.parse(instant));

/** The instant of a day and hour on New Jersey's clocks, in UTC; `null` when they cannot be read. */
export function instantHere(day: string, hour: string): string | null {
  const guess = Date.parse(`${day}T${hour}:00Z`);
  if (Number.isNaN(guess)) return null;
  // The offset at the guess may be that before a change of clocks; asking again at the found instant settles it.
  const first = Date.parse(`${day}T${hour}:00${offsetAt(guess)}`);
  return new Date(Date.parse(`${day}T${hour}:00${offsetAt(first)}`)).toISOString();
}
