import { notFound, Refusal } from '#modules/record/refusal.ts';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { type OwnSession, unlocked } from '../sessions/own.ts';
import { needStepUp } from '../sessions/step-up.ts';
import { tellChanged } from '../tell-changed.ts';

const LEFT = statement(
  'access.factors-left',
  `select exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null)
     or exists (select 1 from kinfold.passkey k where k.person = p.id) as left,
     p.password_hash is null or p.password_suffices_alone as "passwordSuffices",
     p.password_hash is not null and kinfold.owes_second_factor(p.id) as demanded,
     p.password_hash is not null or exists (select 1 from kinfold.single_sign_on_link l where l.person = p.id) as "otherWay"
   from kinfold.person p where p.id = $1 for update of p`,
);
const REMOVE_CODES = statement(
  'access.remove-codes-without-factor',
  'delete from kinfold.recovery_code where person = $1',
);

interface Change {
  readonly operation: `sign-in.${string}`;
  readonly details?: Readonly<Record<string, unknown>>;
  /** False for what is only begun. */
  readonly tell?: boolean;
}

/**
 * Changes how the person of this session signs in: unlocked, stepped up, audited, and the person told by mail.
 * `work` runs in the transaction; its refusals undo it.
 */
export async function changeMeans<T>(
  deps: AccessDeps,
  tokenHash: Buffer,
  { tell = true, ...change }: Change,
  work: (db: Transaction, session: OwnSession) => Promise<T>,
): Promise<T> {
  const session = await unlocked(onPool(deps.owner), tokenHash);
  needStepUp(session);
  const { id, person } = session;
  const result = await transaction(deps.owner, async (db) => {
    const made = await work(db, session);
    await appendAccessEvent(db, { ...change, outcome: 'done', person, session: id });
    return made;
  });
  if (tell) await tellChanged(deps, person);
  return result;
}

/**
 * To be called after a factor was removed, in the same transaction: refuses when a short password would be left alone
 * (`longer-password-needed`), or any where an agency of theirs demands more (`second-factor-demanded`), or nothing at all
 * (`last-way-in`). Recovery codes go with the last factor.
 */
export async function refuseWeakRest(db: Db, person: string): Promise<void> {
  const { rows } = await db.query<{ left: boolean; passwordSuffices: boolean; demanded: boolean; otherWay: boolean }>(
    LEFT,
    [person],
  );
  const [rest] = rows;
  if (!rest || rest.left) return;
  if (!rest.otherWay) throw new Refusal(409, 'last-way-in');
  if (rest.demanded) throw new Refusal(409, 'second-factor-demanded');
  if (!rest.passwordSuffices) throw new Refusal(409, 'longer-password-needed');
  await db.query(REMOVE_CODES, [person]);
}

/** Throws unless what was to be removed was there. */
export function removed(was: boolean): void {
  if (!was) throw notFound();
}
