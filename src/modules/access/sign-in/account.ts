import { type Db, statement } from '#platform/database/db.ts';

/** What sign-in knows of somebody before they have proven anything. */
export interface Account {
  readonly person: string;
  readonly passwordHash: string | null;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly hasRecoveryCodes: boolean;
}

const BY_EMAIL = statement(
  'access.account-by-email',
  `select p.id as person, p.password_hash as "passwordHash",
     exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null) as "hasTotp",
     exists (select 1 from kinfold.passkey k where k.person = p.id) as "hasPasskey",
     exists (select 1 from kinfold.recovery_code c where c.person = p.id and c.used_at is null) as "hasRecoveryCodes"
   from kinfold.person p where lower(p.email) = lower($1) and p.disabled_at is null`,
);

export async function accountByEmail(db: Db, email: string): Promise<Account | null> {
  const { rows } = await db.query<Account>(BY_EMAIL, [email.trim()]);
  return rows[0] ?? null;
}

export type SecondFactor = 'totp' | 'passkey' | 'recovery-code';

/** The second factors an account can be asked for; none when it has only its password. */
export function secondFactorsOf(account: Pick<Account, 'hasTotp' | 'hasPasskey' | 'hasRecoveryCodes'>): SecondFactor[] {
  if (!account.hasTotp && !account.hasPasskey) return [];
  return [
    ...(account.hasTotp ? (['totp'] as const) : []),
    ...(account.hasPasskey ? (['passkey'] as const) : []),
    ...(account.hasRecoveryCodes ? (['recovery-code'] as const) : []),
  ];
}
