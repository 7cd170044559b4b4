import { onPool, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readMeans } from '../contract/means.ts';
import type { AccessDeps } from '../deps.ts';
import { unlocked } from '../sessions/own.ts';

const MEANS = statement(
  'access.means',
  `select p.password_set_at as "setAt", p.email_proven as "emailProven",
     (select count(*) from kinfold.recovery_code c where c.person = p.id and c.used_at is null) as "recoveryCodesLeft"
   from kinfold.person p where p.id = $1`,
);
const PASSKEYS = statement(
  'access.listed-passkeys',
  `select id, label, created_at as "createdAt", last_used_at as "lastUsedAt" from kinfold.passkey where person = $1 order by created_at, id`,
);

type Answer = AnswerOf<typeof readMeans>;

/** How the person of this session can sign in. */
export async function readOwnMeans({ owner, mailer }: AccessDeps, tokenHash: Buffer): Promise<Answer> {
  const db = onPool(owner);
  const session = await unlocked(db, tokenHash);
  const [means, passkeys] = await Promise.all([
    db.query<{ setAt: string | null; emailProven: boolean; recoveryCodesLeft: number }>(MEANS, [session.person]),
    db.query<Answer['passkeys'][number]>(PASSKEYS, [session.person]),
  ]);
  const setAt = means.rows[0]?.setAt ?? null;
  return {
    password: session.passwordHash === null ? null : { setAt, sufficesAlone: session.passwordSufficesAlone },
    mail:
      session.email === null
        ? null
        : { address: session.email, proven: means.rows[0]?.emailProven === true, sends: mailer !== null },
    totp: session.hasTotp,
    recoveryCodesLeft: means.rows[0]?.recoveryCodesLeft ?? 0,
    passkeys: passkeys.rows,
  };
}
