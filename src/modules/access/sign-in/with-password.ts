import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { attemptOf, countAttempt, forgetAttempts } from '../limits/attempts.ts';
import { passwordMatches } from '../password/hash.ts';
import { startSession } from '../sessions/start.ts';
import { accountByEmail, type SecondFactor, secondFactorsOf } from './account.ts';
import { owesSecondFactor } from './owed-factor.ts';
import { addStep } from './steps.ts';

export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly device: string | null;
  readonly former: Buffer | null;
}

export type SignInOutcome =
  | { readonly state: 'signed-in'; readonly token: string }
  | { readonly state: 'second-factor'; readonly methods: SecondFactor[]; readonly ticket: string }
  | { readonly state: 'set-up-second-factor'; readonly ticket: string };

/**
 * Signs somebody in by e-mail and password. A wrong password and an unknown e-mail take the same path and get the
 * same `wrong-email-or-password` (401); too many in a row get 429. The password is checked outside any transaction,
 * since that takes long and connections are few.
 */
export async function signInWithPassword(deps: AccessDeps, asked: PasswordSignIn): Promise<SignInOutcome> {
  const attempt = attemptOf(deps.secret, asked.email, asked.address);
  await countAttempt(deps.owner, attempt);
  const account = await accountByEmail(onPool(deps.owner), asked.email);
  if (!(await passwordMatches(account?.passwordHash ?? null, asked.password)) || !account) {
    await refused(deps, account?.person ?? null);
    throw new Refusal(401, 'wrong-email-or-password');
  }
  const { person } = account;
  return transaction(deps.owner, async (db) => {
    await forgetAttempts(db, attempt);
    const methods = secondFactorsOf(account);
    if (methods.length > 0) {
      const ticket = await addStep(db, { kind: 'second-factor', person });
      return { state: 'second-factor', methods, ticket };
    }
    if (await owesSecondFactor(db, person))
      return { state: 'set-up-second-factor', ticket: await addStep(db, { kind: 'set-up-factor', person }) };
    const { device, former } = asked;
    return { state: 'signed-in', token: await startSession(db, { person, device, former, how: 'password' }) };
  });
}

function refused(deps: AccessDeps, person: string | null): Promise<void> {
  return appendAccessEvent(onPool(deps.owner), {
    operation: 'session.sign-in-refused',
    outcome: 'refused',
    person,
    details: { code: 'wrong-email-or-password' },
  });
}
