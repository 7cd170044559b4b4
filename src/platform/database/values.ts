import pg from 'pg';

/** The numbers PostgreSQL knows its types by; for each, its array's. */
const INT8 = { one: 20, array: 1016 };
const DATE = { one: 1082, array: 1182 };
const TIMESTAMPTZ = { one: 1184, array: 1185 };
const TEXT_ARRAY: number = 1009;

/**
 * A bigint as a number. Counters and sequences never come near 2^53; a value that does is an error, because a rounded
 * id would silently name another row.
 */
export function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond what a number can hold: ${text}`);
  return value;
}

/**
 * `2026-11-22 01:02:03.45+00` as `2026-11-22T01:02:03.450000Z`: always six digits, so that texts compare in the order
 * of time. Sessions run in UTC; another offset would be a session we did not open, and is an error.
 */
export function readInstant(text: string): string {
  if (!text.endsWith('+00')) {
    if (text === 'infinity' || text === '-infinity') return text;
    throw new RangeError(`an instant outside UTC: ${text}`);
  }
  const dot = text.indexOf('.');
  const end = text.length - 3;
  const seconds = dot === -1 ? text.slice(0, end) : text.slice(0, dot);
  const fraction = dot === -1 ? '' : text.slice(dot + 1, end);
  return `${seconds.replace(' ', 'T')}.${fraction.padEnd(6, '0')}Z`;
}

type Read = (text: string) => unknown;

const readTexts: (text: string) => readonly (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY);

const parsers = new Map<number, Read>();
for (const [type, read] of [
  [INT8, readInt8],
  [DATE, (text: string) => text],
  [TIMESTAMPTZ, readInstant],
] as const) {
  parsers.set(type.one, read);
  parsers.set(type.array, (text) => readTexts(text).map((element) => (element === null ? null : read(element))));
}

/** How values are read: days and instants as text, bigint as number, everything else as `pg` reads it. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
