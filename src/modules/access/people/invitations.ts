import { randomUUID } from 'node:crypto';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import type { MailTemplate } from '#platform/mail/words.ts';
import type { AccessDeps } from '../deps.ts';
import type { Actor } from '../model.ts';
import { hashOf, newToken } from '../tokens.ts';

const WITHDRAW = statement(
  'access.withdraw-invitations',
  'update kinfold.invitation set withdrawn_at = now() where person = $1 and accepted_at is null and withdrawn_at is null',
);
const ADD = statement(
  'access.add-invitation',
  `insert into kinfold.invitation (id, token_hash, person, agency, invited_by, expires_at, clears_factors)
   values ($1, $2, $3, $4, $5, now() + interval '72 hours', $6)`,
);
const MAILED = statement('access.invitation-mailed', 'update kinfold.invitation set mailed = true where id = $1');

export interface Invitation {
  readonly id: string;
  readonly link: string;
}

export interface Invited {
  readonly person: string;
  readonly clearsFactors?: boolean;
}

/** Makes the only working link of a person; former ones stop. The token is in the fragment, which no server sees. */
export async function makeInvitation(
  db: Db,
  deps: AccessDeps,
  actor: Actor,
  { person, clearsFactors = false }: Invited,
): Promise<Invitation> {
  const id = randomUUID();
  const token = newToken();
  await db.query(WITHDRAW, [person]);
  await db.query(ADD, [id, hashOf(token), person, actor.agency, actor.seat, clearsFactors]);
  return { id, link: new URL(`/app/invitation#${token}`, deps.publicUrl).href };
}

export interface Delivery {
  readonly delivery: 'mailed' | 'mail-failed' | 'shown' | 'not-needed' | 'earlier';
  readonly link: string | null;
}

/**
 * Sends the link by mail, after the invitation is committed; without a mail server it goes back to the administrator.
 * When the mail server refuses it, nobody is shown the link, since it is also the proof that the address is theirs.
 */
export async function deliver(
  deps: AccessDeps,
  { id, link }: Invitation,
  to: { readonly email: string; readonly locale: 'en' | 'es'; readonly template: MailTemplate },
): Promise<Delivery> {
  if (!deps.mailer) return { delivery: 'shown', link };
  try {
    // Noted first: a link that arrived although noting it failed would otherwise count as shown.
    await onPool(deps.owner).query(MAILED, [id]);
    await deps.mailer.send({ to: to.email, template: to.template, link, locale: to.locale });
    return { delivery: 'mailed', link: null };
  } catch (error) {
    deps.log.warn('could not send mail', { template: to.template, error });
    return { delivery: 'mail-failed', link: null };
  }
}

export const EARLIER: Delivery = { delivery: 'earlier', link: null };
