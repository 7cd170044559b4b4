import { notFound } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readSessionsOf } from '../contract/people.ts';
import type { Actor } from '../model.ts';
import { ownPersonAlone } from './own-agency.ts';

const LIST = statement(
  'access.sessions-of-person',
  `select id, device, started_at as "startedAt", last_seen_at as "lastSeenAt" from kinfold.session
   where person = $1 and ended_at is null and ends_at > now() order by last_seen_at desc, id`,
);
const END = statement(
  'access.end-sessions-of-person',
  `update kinfold.session set ended_at = now()
   where person = $1 and ($2::uuid is null or id = $2) and ended_at is null and ends_at > now()`,
);

type Answer = AnswerOf<typeof readSessionsOf>;

/** Where somebody of this agency alone is signed in. Throws `seats-elsewhere` (409) for who also works for another. */
export async function sessionsOf(db: Db, actor: Actor, person: string): Promise<Answer> {
  await ownPersonAlone(db, actor, person);
  const { rows } = await db.query<Answer['sessions'][number]>(LIST, [person]);
  return { sessions: rows };
}

/** Ends one session of a person, or all of them, and says how many. What is not theirs answers like what is not there. */
export async function endSessionsOf(db: Db, actor: Actor, person: string, session: string | null): Promise<number> {
  await ownPersonAlone(db, actor, person);
  const { rowCount } = await db.query(END, [person, session]);
  if (session !== null && rowCount === 0) throw notFound();
  return rowCount;
}
