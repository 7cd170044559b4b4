import { createHash } from 'node:crypto';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Pack } from '#modules/policy/index.ts';
import { type Db, statement } from '#platform/database/db.ts';

/** An edition of a pack without its text: what it was, and since when this installation judged by it. */
export interface Edition {
  readonly id: number;
  readonly version: string;
  /** SHA-256 of the pack's files, as outcomes name it. */
  readonly hash: string;
  readonly calendarHash: string;
  /** ISO 8601. */
  readonly recordedAt: string;
}

const EDITIONS = statement(
  'policy.editions',
  `select id, version, hash, calendar_hash as "calendarHash", recorded_at as "recordedAt"
   from kinfold.pack_edition where pack = $1 order by id`,
);

/** The editions of a pack in the order they were recorded. */
export async function editionsOf(db: Db, pack: string): Promise<Edition[]> {
  return (await db.query<Edition>(EDITIONS, [pack])).rows;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What names an edition: the hash of the pack's text and that of the calendar it counts by. */
export function hashesOf(shelf: PolicyShelf, pack: Pack): Pick<Edition, 'hash' | 'calendarHash'> {
  return { hash: sha256(pack.sourceText), calendarHash: sha256(calendarTextOf(shelf, pack)) };
}

/** The text of the calendar a pack counts by; a pack does not load without it. */
export function calendarTextOf({ calendars }: PolicyShelf, pack: Pack): string {
  return calendars.find(({ id }) => id === pack.calendar)?.sourceText ?? '';
}
