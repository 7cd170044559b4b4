import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { hashOf, newToken } from '../tokens.ts';

export type StepKind =
  | 'second-factor'
  | 'passkey-sign-in'
  | 'passkey-register'
  | 'passkey-prove'
  | 'single-sign-on'
  | 'set-up-factor'
  | 'prove-address';

/** A sign-in half done. */
export interface Step {
  readonly kind: StepKind;
  readonly person: string | null;
  readonly session: string | null;
  readonly agency: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const ADD = statement(
  'access.add-step',
  `insert into kinfold.sign_in_step (token_hash, kind, person, session, agency, data, expires_at)
   values ($1, $2, $3, $4, $5, $6::jsonb, now() + make_interval(mins => $7))`,
);
const SWEEP = statement(
  'access.sweep-steps',
  `delete from kinfold.sign_in_step where token_hash in
     (select token_hash from kinfold.sign_in_step where expires_at < now() limit 100 for update skip locked)`,
);
const PEEK = statement(
  'access.peek-step',
  `update kinfold.sign_in_step set tries = tries + 1 where token_hash = $1 and kind = $2 and expires_at > now() and tries < 10
   returning kind, person, session, agency, data`,
);
const TAKE = statement(
  'access.take-step',
  `delete from kinfold.sign_in_step where token_hash = $1 and kind = $2 and expires_at > now()
   returning kind, person, session, agency, data`,
);

/** Remembers a sign-in half done and returns the ticket that names it. It lasts ten minutes; what waits for mail, longer. */
export async function addStep(db: Db, step: Partial<Step> & Pick<Step, 'kind'>, minutes = 10): Promise<string> {
  const ticket = newToken();
  await db.query(SWEEP);
  const { kind, person = null, session = null, agency = null, data = {} } = step;
  await db.query(ADD, [hashOf(ticket), kind, person, session, agency, JSON.stringify(data), minutes]);
  return ticket;
}

/** Looks at a step that may be tried several times, ten at most. Throws `ticket-expired` (401). */
export const peekStep = (db: Db, kind: StepKind, ticket: string): Promise<Step> => one(db, PEEK, kind, ticket);

/** Takes a step, which nobody can then take again. Throws `ticket-expired` (401). */
export const takeStep = (db: Db, kind: StepKind, ticket: string): Promise<Step> => one(db, TAKE, kind, ticket);

async function one(db: Db, query: typeof PEEK, kind: StepKind, ticket: string): Promise<Step> {
  const { rows } = await db.query<Step>(query, [hashOf(ticket), kind]);
  const [step] = rows;
  if (!step) throw new Refusal(401, 'ticket-expired');
  return step;
}
