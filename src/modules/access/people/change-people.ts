import { createHash } from 'node:crypto';
import { readActor } from '#modules/record/charted.ts';
import { type Caller, PermissionRefusal } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import type { AccessDeps } from '../deps.ts';
import type { Actor } from '../model.ts';
import { decide, type Permission } from '../permissions.ts';
import { auditPeopleRefusal } from './audit-refusal.ts';

const ENTER = statement('access.enter', 'select kinfold.enter($1, $2) as actor');
const LOCK = statement('access.lock-write', 'select pg_advisory_xact_lock(hashtextextended($1, 9))');
const BEFORE = statement(
  'access.write-before',
  'select digest, answer from kinfold.write where person = $1 and id = $2',
);
const KEEP = statement(
  'access.keep-write',
  'insert into kinfold.write (person, id, digest, answer) values ($1, $2, $3, $4::jsonb)',
);
const AUDIT = statement('access.audit-people', 'select kinfold.append_audit($1, $2, null, $3::jsonb)');

/** What a change of people did: its answer, codes and references for the trail, and what a repetition is answered. */
export interface Changed<A> {
  readonly answer: A;
  readonly details: Readonly<Record<string, unknown>>;
  /** In place of an answer that must not be kept because it carries a secret. */
  readonly kept?: A;
}

export interface PeopleRequest {
  readonly caller: Caller;
  readonly permission: Permission;
  readonly event: string;
  readonly body: { readonly id: string };
}

/**
 * Changes people or seats of the actor's own agency: entered, decided, done, audited and kept for a repetition in one
 * transaction. It works on the owner's connection because no request role may touch people; so `work` must hold every
 * statement to `actor.agency` itself (see `own-agency.ts`). The same id and body again is answered as before.
 */
export async function changePeople<A>(
  deps: AccessDeps,
  request: PeopleRequest,
  work: (db: Transaction, actor: Actor) => Promise<Changed<A>>,
): Promise<A> {
  const digest = createHash('sha256')
    .update(JSON.stringify([request.event, request.body]))
    .digest();
  return auditPeopleRefusal(deps, request.event, request.caller, () =>
    transaction(deps.owner, async (db) => {
      const actor = await enterAndDecide(db, request);
      const before = await answeredBefore<A>(db, actor.person, request.body.id, digest);
      if (before) return before.answer;
      const { answer, details, kept = answer } = await work(db, actor);
      await db.query(AUDIT, [request.event, 'done', JSON.stringify(details)]);
      await db.query(KEEP, [actor.person, request.body.id, digest, JSON.stringify(kept)]);
      return answer;
    }),
  );
}

/**
 * Decides whether the change may be asked for, and nothing else: for what must be found out about it before its transaction,
 * and for nobody who may not change it. Refused like the change itself.
 */
export async function decideAhead(deps: AccessDeps, request: PeopleRequest): Promise<void> {
  await auditPeopleRefusal(deps, request.event, request.caller, () =>
    transaction(deps.owner, async (db) => void (await enterAndDecide(db, request))),
  );
}

/** Reads people of the actor's own agency; the look is on disk before the answer goes out. */
export async function lookAtPeople<A>(
  deps: AccessDeps,
  request: Omit<PeopleRequest, 'body'> & { readonly details?: Readonly<Record<string, string>> },
  work: (db: Transaction, actor: Actor) => Promise<A>,
): Promise<A> {
  return auditPeopleRefusal(deps, request.event, request.caller, () =>
    transaction(deps.owner, async (db) => {
      const actor = await enterAndDecide(db, request);
      const answer = await work(db, actor);
      await db.query(AUDIT, [request.event, 'looked', JSON.stringify(request.details ?? {})]);
      return answer;
    }),
  );
}

async function enterAndDecide(
  db: Db,
  { caller, permission }: Pick<PeopleRequest, 'caller' | 'permission'>,
): Promise<Actor> {
  const { rows } = await db.query<{ actor: unknown }>(ENTER, [caller.tokenHash, caller.seat]);
  const actor = readActor(rows[0]?.actor);
  const decision = decide(permission, actor, []);
  if (!decision.yes) throw new PermissionRefusal(actor, decision.reasons);
  return actor;
}

async function answeredBefore<A>(db: Db, person: string, id: string, digest: Buffer): Promise<{ answer: A } | null> {
  await db.query(LOCK, [`${person} ${id}`]);
  const { rows } = await db.query<{ digest: Buffer; answer: A }>(BEFORE, [person, id]);
  const [row] = rows;
  if (!row) return null;
  if (!row.digest.equals(digest)) throw new Refusal(409, 'id-used-for-another-write');
  return { answer: row.answer };
}
