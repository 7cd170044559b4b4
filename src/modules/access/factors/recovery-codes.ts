import { type Db, statement } from '#platform/database/db.ts';
import { HOW_MANY, newRecoveryCode, recoveryCodeHash } from './recovery-code.ts';

const REMOVE = statement('access.remove-recovery-codes', 'delete from kinfold.recovery_code where person = $1');
const ADD = statement(
  'access.add-recovery-codes',
  'insert into kinfold.recovery_code (person, hash) select $1, unnest($2::bytea[])',
);
const USE = statement(
  'access.use-recovery-code',
  'update kinfold.recovery_code set used_at = now() where person = $1 and hash = $2 and used_at is null',
);

/** Ten new codes in place of all former ones. They are returned here and can never be read again. */
export async function replaceRecoveryCodes(db: Db, secret: string, person: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
  await db.query(REMOVE, [person]);
  await db.query(ADD, [person, codes.map((code) => recoveryCodeHash(secret, person, code))]);
  return codes;
}

/** Uses up a code: true once. */
export async function takeRecoveryCode(db: Db, secret: string, person: string, code: string): Promise<boolean> {
  return (await db.query(USE, [person, recoveryCodeHash(secret, person, code)])).rowCount > 0;
}
