import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AccessDeps } from '../deps.ts';
import type { Actor } from '../model.ts';
import { seal, unseal } from '../sealed.ts';
import { isInside } from './outside-only.ts';

const PURPOSE = 'single sign-on client secret';

const SET = statement(
  'access.set-single-sign-on',
  `insert into kinfold.single_sign_on (agency, issuer, client_id, client_secret, email_domain, set_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (agency) do update set issuer = excluded.issuer, client_id = excluded.client_id, client_secret = excluded.client_secret,
     email_domain = excluded.email_domain, set_by = excluded.set_by, set_at = now()`,
);
const REVISE = statement(
  'access.revise-single-sign-on',
  `update kinfold.agency set sign_on_revision = sign_on_revision + 1 where id = $1 and sign_on_revision = $2
   returning sign_on_revision as revision`,
);
const NOW = statement(
  'access.single-sign-on-now',
  `select g.sign_on_revision as revision, o.issuer, o.client_id as "clientId", o.email_domain as "emailDomain"
   from kinfold.agency g left join kinfold.single_sign_on o on o.agency = g.id where g.id = $1`,
);
const CLEAR = statement('access.clear-single-sign-on', 'delete from kinfold.single_sign_on where agency = $1');
const FIND = statement(
  'access.find-single-sign-on',
  `select agency, issuer, client_id as "clientId", client_secret as "sealed", email_domain as "emailDomain"
   from kinfold.single_sign_on where agency = $1`,
);
const LIST = statement(
  'access.list-single-sign-on',
  `select g.id as agency, g.short_name as "agencyShort" from kinfold.single_sign_on o join kinfold.agency g on g.id = o.agency
   order by g.short_name, g.id`,
);

export interface NewProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly emailDomain: string;
}

export interface Provider extends NewProvider {
  readonly agency: number;
}

/**
 * Throws 422 on `provider.issuer` when it is not https (`https-needed`) or within the installation's own network
 * (`issuer-inside`). It looks a name up, which may take as long as it likes: never inside a transaction.
 */
export async function checkIssuer(deps: AccessDeps, issuer: string): Promise<void> {
  if (!isSafeIssuer(issuer, deps.publicUrl)) throw wrongField('provider.issuer', 'https-needed');
  if (await isInside(new URL(issuer).hostname, deps.issuersInside))
    throw wrongField('provider.issuer', 'issuer-inside');
}

/**
 * Keeps the agency's identity provider, whose issuer was checked, or removes it, and returns the new revision. Throws 409
 * `changed-meanwhile`, without either secret, when somebody changed it since `base` was read.
 */
export async function setProvider(
  db: Db,
  deps: AccessDeps,
  actor: Actor,
  { provider, base }: { readonly provider: NewProvider | null; readonly base: number },
): Promise<number> {
  const [revised] = (await db.query<{ revision: number }>(REVISE, [actor.agency, base])).rows;
  if (!revised) {
    const [current] = (await db.query(NOW, [actor.agency])).rows;
    const { clientSecret: _unsaid, ...yours } = provider ?? { clientSecret: '' };
    throw new Refusal(409, 'changed-meanwhile', [], { yours, current });
  }
  await (provider ? keep(db, deps, actor, provider) : db.query(CLEAR, [actor.agency]));
  return revised.revision;
}

async function keep(db: Db, deps: AccessDeps, actor: Actor, provider: NewProvider): Promise<void> {
  const sealed = seal(deps.secret, PURPOSE, String(actor.agency), provider.clientSecret);
  const { issuer, clientId, emailDomain } = provider;
  await db.query(SET, [actor.agency, issuer, clientId, sealed, emailDomain, actor.seat]);
}

export async function findProvider(db: Db, deps: AccessDeps, agency: number): Promise<Provider | null> {
  const { rows } = await db.query<Omit<Provider, 'clientSecret'> & { sealed: Buffer }>(FIND, [agency]);
  const [found] = rows;
  if (!found) return null;
  const { sealed, ...known } = found;
  return { ...known, clientSecret: unseal(deps.secret, PURPOSE, String(agency), sealed) };
}

export async function agenciesWithSingleSignOn(db: Db): Promise<{ agency: number; agencyShort: string }[]> {
  return (await db.query<{ agency: number; agencyShort: string }>(LIST)).rows;
}

/** Plain http only between programs of one machine, where nobody listens in: for trying it out. */
export function isSafeIssuer(issuer: string, publicUrl: string): boolean {
  const url = new URL(issuer);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url) && isLoopback(new URL(publicUrl)));
}

const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
