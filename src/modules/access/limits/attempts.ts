import type pg from 'pg';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { keyedHash } from '../tokens.ts';
import { type WaitKind, waitAfter } from './wait.ts';

/** Who tries: the account they name and the address they come from. Kept only as keyed hashes. */
export interface Attempt {
  readonly account: Buffer;
  readonly address: Buffer;
}

export function attemptOf(secret: string, account: string, address: string): Attempt {
  return {
    account: keyedHash(secret, 'wait account', account.trim().toLowerCase()),
    address: keyedHash(secret, 'wait address', neighbourhood(address)),
  };
}

/** Guesses at somebody's second factor, counted apart from those at their password. */
export const secondFactorAttempt = (secret: string, person: string, address: string): Attempt =>
  attemptOf(secret, `second factor of ${person}`, address);

/** One subscriber usually has a whole /64 of IPv6 addresses to come from. */
function neighbourhood(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}

// By the clock and not by when the transaction began: somebody who signed in from there meanwhile left a later instant.
const COUNT = statement(
  'access.count-attempt',
  `insert into kinfold.sign_in_wait as w (subject, kind, failures, last_at, blocked_until)
   values ($1, $2, 1, now(), now())
   on conflict (subject) do update set
     failures = case when w.blocked_until > clock_timestamp() then w.failures
       when w.kind <> 'account' and w.last_at < now() - interval '1 day' then 1 else w.failures + 1 end,
     last_at = now()
   returning failures, case when blocked_until = 'infinity' then null
     else greatest(extract(epoch from blocked_until - clock_timestamp()), 0)::float8 end as waiting`,
);
const BLOCK = statement(
  'access.block-attempts',
  `update kinfold.sign_in_wait set blocked_until =
     case when $2::float8 is null then 'infinity'::timestamptz else now() + make_interval(secs => $2::float8) end where subject = $1`,
);
const FORGET = statement('access.forget-attempts', 'delete from kinfold.sign_in_wait where subject = $1');
const EASE = statement(
  'access.ease-attempts',
  'update kinfold.sign_in_wait set failures = greatest(failures - $2, 0), blocked_until = now() where subject = $1',
);
/** The few slips that come with one sign-in. */
const SLIPS = 6;

/**
 * Counts an attempt before it is made, so that many at once cannot all slip in before the first has failed; success
 * takes the count back. Throws a 429 with `retryAfter` in seconds (null: not by waiting) when it is too soon.
 */
export async function countAttempt(owner: pg.Pool, { account, address }: Attempt): Promise<void> {
  await transaction(owner, async (db) => {
    // Always the account first, so that two attempts never wait for each other.
    const byAccount = await countOne(db, account, 'account');
    const byAddress = await countOne(db, address, 'address');
    const wait = Math.max(byAccount, byAddress);
    // Thrown inside, so that what is not tried is not counted either.
    if (wait > 0) throw tooMany(wait);
  });
}

const tooMany = (wait: number): Refusal =>
  new Refusal(429, 'too-many-attempts', [], { retryAfter: Number.isFinite(wait) ? Math.ceil(wait) : null });

/** Who tries to open a chart in an emergency. Kept only as a keyed hash. */
export const emergencyTries = (secret: string, person: string): Buffer => keyedHash(secret, 'wait emergency', person);

/** Counts a try to open a chart in an emergency before it is made, as `countAttempt` does; in a transaction of its own. */
export async function countEmergencyTry(owner: pg.Pool, subject: Buffer): Promise<void> {
  await transaction(owner, async (db) => {
    const wait = await countOne(db, subject, 'emergency');
    if (wait > 0) throw tooMany(wait);
  });
}

/** A try that named a chart was no guess. The tries before it stay counted: a chart one knows must not wash them away. */
export async function takeBackEmergencyTry(db: Db, subject: Buffer): Promise<void> {
  await db.query(EASE, [subject, 1]);
}

/** Seconds still to wait; 0 when the attempt may be made, and then it is counted. */
async function countOne(db: Db, subject: Buffer, kind: WaitKind): Promise<number> {
  const { rows } = await db.query<{ failures: number; waiting: number | null }>(COUNT, [subject, kind]);
  const [row] = rows;
  if (!row) throw new Error('counting an attempt returned nothing');
  const waiting = row.waiting ?? Number.POSITIVE_INFINITY;
  if (waiting > 0) return waiting;
  const wait = waitAfter(kind, row.failures);
  if (wait > 0) await db.query(BLOCK, [subject, Number.isFinite(wait) ? wait : null]);
  return 0;
}

/**
 * Success: the account's failures no longer count. An address is only eased by the few slips that come with one
 * sign-in, or somebody with an account of their own could wash away a thousand guesses at others'.
 */
export async function forgetAttempts(db: Db, { account, address }: Attempt): Promise<void> {
  await db.query(FORGET, [account]);
  await db.query(EASE, [address, SLIPS]);
}
