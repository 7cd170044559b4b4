import type pg from 'pg';
import { onPool, statement } from '#platform/database/db.ts';
import { unlocked } from './own.ts';

const LIST = statement(
  'access.list-sessions',
  `select id, device, started_at as "startedAt", last_seen_at as "lastSeenAt", id = $2 as current
   from kinfold.session where person = $1 and ended_at is null and ends_at > now() order by last_seen_at desc, id`,
);

export interface ListedSession {
  readonly id: string;
  readonly device: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** The open sessions of whoever asks, the latest used first. */
export async function listOwnSessions(owner: pg.Pool, tokenHash: Buffer): Promise<ListedSession[]> {
  const db = onPool(owner);
  const { id, person } = await unlocked(db, tokenHash);
  const { rows } = await db.query<ListedSession>(LIST, [person, id]);
  return rows;
}
