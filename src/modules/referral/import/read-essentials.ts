import { ageOn, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { MOST_CHARACTERS } from '../model.ts';
import type { CleanCells } from './clean-cells.ts';
import { type ImportColumn, importColumns } from './columns.ts';
import type { Note } from './note.ts';
import { readDay } from './read-day.ts';
import { type ReadReceived, readReceived } from './read-received.ts';

/** What no referral can be registered without. */
interface Essentials {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDay: CalendarDay;
  readonly received: Extract<ReadReceived, { ok: true }>;
  readonly notes: readonly Note[];
}

/** Older than this is a slip of the pen, in years; a grandparent's own birth day still lies below it. */
const OLDEST_AGE = 110;

const NAME_COLUMNS: readonly ImportColumn[] = [
  'youth_first_name',
  'youth_last_name',
  'preferred_name',
  'guardian_first_name',
  'guardian_last_name',
];
/** Words typed into a name field when there is no name. */
const NO_NAME = /^(n\/?a|none|unknown|unk|null|tbd|test|[-?.x*]+)$/i;

/** Reads the essentials and says everything that is wrong with them at once, so that a row is mended once. */
export function readEssentials(cells: CleanCells, today: CalendarDay): Result<Essentials> {
  const firstName = cells.youth_first_name;
  const lastName = cells.youth_last_name;
  const birth = readBirthDay(cells, today);
  const received = readReceivedDay(cells, today);
  const problems = [
    ...nameProblems('youth_first_name', firstName),
    ...nameProblems('youth_last_name', lastName),
    ...(birth.ok ? [] : birth.error),
    ...(received.ok ? [] : received.error),
    ...lengthProblems(cells),
  ];
  if (birth.ok && received.ok && birth.value.day > received.value.day) {
    problems.push({ field: 'date_of_birth', code: 'born-after-received', detail: { value: isoDay(birth.value.day) } });
  }
  if (problems.length > 0 || !birth.ok || !received.ok) return fail(problems);
  return ok({ firstName, lastName, birthDay: birth.value.day, received: received.value, notes: birth.value.notes });
}

function nameProblems(field: ImportColumn, name: string): readonly Problem[] {
  if (name === '' || NO_NAME.test(name)) return [{ field, code: 'missing' }];
  return /\p{L}/u.test(name) ? [] : [{ field, code: 'no-letters', detail: { value: name } }];
}

function readBirthDay(cells: CleanCells, today: CalendarDay): Result<{ day: CalendarDay; notes: readonly Note[] }> {
  const field = 'date_of_birth';
  const value = cells.date_of_birth;
  const read = readDay(value, today);
  if (!read.ok) return fail([problem(field, read.code, value)]);
  if (read.day > today) return fail([problem(field, 'in-the-future', value)]);
  if (ageOn(read.day, today) > OLDEST_AGE) return fail([problem(field, 'too-long-ago', value)]);
  const note = { field, code: 'day-read-as', detail: { from: value, to: isoDay(read.day) } } as const;
  return ok({ day: read.day, notes: read.format === 'iso' ? [] : [note] });
}

function readReceivedDay(cells: CleanCells, today: CalendarDay): Result<Extract<ReadReceived, { ok: true }>> {
  const value = cells.received_at;
  const read = readReceived(value, today);
  if (!read.ok) return fail([problem('received_at', read.code, value)]);
  return read.day > today ? fail([problem('received_at', 'in-the-future', value)]) : ok(read);
}

function lengthProblems(cells: CleanCells): readonly Problem[] {
  return importColumns.flatMap((field) => {
    const found = cells[field].length;
    const most = mostCharacters(field);
    return found > most ? [{ field, code: 'too-long', detail: { most, found } }] : [];
  });
}

function mostCharacters(field: ImportColumn): number {
  if (field === 'situation') return MOST_CHARACTERS.situation;
  return NAME_COLUMNS.includes(field) ? MOST_CHARACTERS.name : MOST_CHARACTERS.line;
}

function problem(field: ImportColumn, code: string, value: string): Problem {
  return value === '' ? { field, code } : { field, code, detail: { value } };
}
