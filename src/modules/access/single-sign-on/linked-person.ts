import { type Db, statement } from '#platform/database/db.ts';
import type { Claimed } from './client.ts';
import type { Provider } from './provider.ts';

// Somebody of this agency alone: its provider vouches for its own people, and must not open another agency's seats.
const OWN = `p.disabled_at is null
     and exists (select 1 from kinfold.seat s where s.person = p.id and s.agency = $1 and (s.to_day is null or s.to_day >= current_date))
     and not exists (select 1 from kinfold.seat s where s.person = p.id and s.agency <> $1 and (s.to_day is null or s.to_day >= current_date))`;

const LINKED = statement(
  'access.person-by-link',
  `select p.id from kinfold.single_sign_on_link l join kinfold.person p on p.id = l.person
   where l.issuer = $2 and l.subject = $3 and ${OWN}`,
);
const BY_EMAIL = statement(
  'access.person-to-link',
  `select p.id from kinfold.person p where lower(p.email) = lower($2) and ${OWN}
     and not exists (select 1 from kinfold.single_sign_on_link l where l.person = p.id and l.issuer = $3)`,
);
const LINK = statement(
  'access.link-person',
  'insert into kinfold.single_sign_on_link (issuer, subject, person) values ($1, $2, $3)',
);

/** Why nobody could be found for what a provider claimed. */
export type NotLinked = 'not-invited' | 'email-not-verified' | 'other-domain';

/**
 * The person a provider means: the one linked before, else an invited person of the agency with this verified address
 * in the agency's domain, who is then linked. Nobody is ever made by signing in.
 */
export async function linkedPerson(
  db: Db,
  provider: Provider,
  claimed: Claimed,
): Promise<{ person: string } | { why: NotLinked }> {
  const { agency, emailDomain } = provider;
  const linked = await db.query<{ id: string }>(LINKED, [agency, claimed.issuer, claimed.subject]);
  if (linked.rows[0]) return { person: linked.rows[0].id };
  if (!claimed.email || !claimed.emailVerified) return { why: 'email-not-verified' };
  if (!claimed.email.toLowerCase().endsWith(`@${emailDomain}`)) return { why: 'other-domain' };
  const found = await db.query<{ id: string }>(BY_EMAIL, [agency, claimed.email, claimed.issuer]);
  const person = found.rows[0]?.id;
  if (!person) return { why: 'not-invited' };
  await db.query(LINK, [claimed.issuer, claimed.subject, person]);
  return { person };
}
