import { notFound } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readPeople } from '../contract/people.ts';
import type { readSessionsOf } from '../contract/people-sessions.ts';
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
const END_HERE = statement(
  'access.end-sessions-of-agency',
  `update kinfold.session set ended_at = now()
   where ended_at is null and ends_at > now() and id <> $3
     and person in (select s.person from kinfold.seat s where s.agency = $1 and (s.to_day is null or s.to_day >= $2::date))`,
);
const NOTE = statement(
  'access.note-sessions-ended',
  'insert into kinfold.sessions_ended (id, agency, person, ended, reason, by_seat) values ($1, $2, $3, $4, $5, $6)',
);
const NOTED = statement(
  'access.sessions-ended-lately',
  `select e.at, p.name as "of", e.ended, e.reason, b.name as by
   from kinfold.sessions_ended e left join kinfold.person p on p.id = e.person
     join kinfold.seat s on s.id = e.by_seat join kinfold.person b on b.id = s.person
   where e.agency = $1 order by e.at desc limit 10`,
);

type Answer = AnswerOf<typeof readSessionsOf>;

/** Where somebody of this agency alone is signed in. Throws `seats-elsewhere` (409) for who also works for another. */
export async function sessionsOf(db: Db, actor: Actor, person: string): Promise<Answer> {
  await ownPersonAlone(db, actor, person);
  const { rows } = await db.query<Answer['sessions'][number]>(LIST, [person]);
  return { sessions: rows };
}

/** Ends one session of a person, or all of them, and says how many. What is not theirs answers like what is not there. */
export async function endSessionsOf(
  db: Db,
  actor: Actor,
  { person, session }: { readonly person: string; readonly session: string | null },
): Promise<number> {
  await ownPersonAlone(db, actor, person);
  const { rowCount } = await db.query(END, [person, session]);
  if (session !== null && rowCount === 0) throw notFound();
  return rowCount;
}

/**
 * Ends every session that can act for the actor's agency but the one that asks, and says how many: people's, partners'
 * programs' and those of work in the background. Also of who works elsewhere too, since through it this agency's charts are
 * open; nothing else of theirs changes, and they sign in again.
 */
export async function endSessionsHere(db: Db, actor: Actor): Promise<number> {
  return (await db.query(END_HERE, [actor.agency, actor.today, actor.session])).rowCount;
}

export interface Ending {
  readonly id: string;
  /** Null: everybody's. */
  readonly person: string | null;
  readonly ended: number;
  readonly reason: string;
}

/** Keeps why sessions were ended, in words, which the audit trail has no place for. */
export async function noteEnding(db: Db, actor: Actor, { id, person, ended, reason }: Ending): Promise<void> {
  await db.query(NOTE, [id, actor.agency, person, ended, reason, actor.seat]);
}

/** The latest ten times sessions were ended here. */
export async function endingsOf(db: Db, actor: Actor): Promise<NonNullable<AnswerOf<typeof readPeople>['endings']>> {
  return (await db.query<NonNullable<AnswerOf<typeof readPeople>['endings']>[number]>(NOTED, [actor.agency])).rows;
}
