import { Refusal } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { unlocked } from '../sessions/own.ts';
import { addStep, takeStep } from '../sign-in/steps.ts';

/** Minutes a link works: mail may take its time. */
const LASTS = 60;
/** Links in that time, so that nobody's mailbox is filled by way of an address that may not be theirs. */
const MOST = 3;

const LOCK = statement(
  'access.lock-address-proof',
  'select email, locale, email_proven as proven from kinfold.person where id = $1 for update',
);
const OPEN = statement(
  'access.open-address-proofs',
  `select count(*)::int as count from kinfold.sign_in_step where kind = 'prove-address' and person = $1 and expires_at > now()`,
);
const PROVE = statement(
  'access.prove-address',
  'update kinfold.person set email_proven = true where id = $1 and email = $2 and disabled_at is null',
);

interface Addressed {
  readonly email: string | null;
  readonly locale: 'en' | 'es';
  readonly proven: boolean;
}

/**
 * Sends a person a link to their own address. Throws 409 `no-email`, `no-mail-server` or `already-there`, 429 after three in
 * an hour, and 503 `mail-failed` when the mail server does not take it.
 */
export async function sendAddressProof(deps: AccessDeps, tokenHash: Buffer): Promise<void> {
  const { id, person } = await unlocked(onPool(deps.owner), tokenHash);
  const { mailer } = deps;
  if (!mailer) throw new Refusal(409, 'no-mail-server');
  const { email, locale, token } = await transaction(deps.owner, async (db) => {
    const [found] = (await db.query<Addressed>(LOCK, [person])).rows;
    if (!found?.email) throw new Refusal(409, 'no-email');
    if (found.proven) throw new Refusal(409, 'already-there');
    const [open] = (await db.query<{ count: number }>(OPEN, [person])).rows;
    if ((open?.count ?? 0) >= MOST) throw new Refusal(429, 'too-many-attempts', [], { retryAfter: LASTS * 60 });
    await appendAccessEvent(db, { operation: 'sign-in.address-proof-sent', outcome: 'done', person, session: id });
    const data = { email: found.email };
    return { ...found, email: found.email, token: await addStep(db, { kind: 'prove-address', person, data }, LASTS) };
  });
  const link = new URL(`/app/address#${token}`, deps.publicUrl).href;
  await mailer.send({ to: email, template: 'prove-address', link, locale }).catch((error: unknown) => {
    deps.log.warn('could not send mail', { template: 'prove-address', error });
    throw new Refusal(503, 'mail-failed');
  });
}

/** Notes that the mail arrived. Throws 401 `ticket-expired`, also when the address is another one by now. */
export function proveAddress(deps: AccessDeps, token: string): Promise<void> {
  return transaction(deps.owner, async (db) => {
    const { person, data } = await takeStep(db, 'prove-address', token);
    if ((await db.query(PROVE, [person, data['email']])).rowCount === 0) throw new Refusal(401, 'ticket-expired');
    await appendAccessEvent(db, { operation: 'sign-in.address-proven', outcome: 'done', person });
  });
}
