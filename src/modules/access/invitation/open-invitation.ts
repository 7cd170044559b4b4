import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { hashOf } from '../tokens.ts';

export interface OpenInvitation {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'en' | 'es';
  readonly agencyName: string;
  readonly mailed: boolean;
  readonly clearsFactors: boolean;
  /** Whether a second factor will stand beside the password once it is accepted. */
  readonly secondFactorStays: boolean;
}

const FIND = statement(
  'access.find-invitation',
  `select i.id, p.id as person, p.name, p.email, p.locale, g.name as "agencyName", i.mailed, i.clears_factors as "clearsFactors",
     not i.clears_factors and (exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null)
       or exists (select 1 from kinfold.passkey k where k.person = p.id)) as "secondFactorStays"
   from kinfold.invitation i join kinfold.person p on p.id = i.person join kinfold.agency g on g.id = i.agency
   where i.token_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now() and p.disabled_at is null`,
);
const TAKE = statement(
  'access.take-invitation',
  `update kinfold.invitation set accepted_at = now()
   where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > now()`,
);

/** The invitation a link is for. Throws `invitation-over` (410) when it was used, withdrawn, ran out or never was. */
export async function openInvitation(db: Db, token: string): Promise<OpenInvitation> {
  const { rows } = await db.query<OpenInvitation>(FIND, [hashOf(token)]);
  const [found] = rows;
  if (!found) throw new Refusal(410, 'invitation-over');
  return found;
}

/** Uses it up; of two at once only one succeeds. */
export async function takeInvitation(db: Db, id: string): Promise<void> {
  if ((await db.query(TAKE, [id])).rowCount === 0) throw new Refusal(410, 'invitation-over');
}
