import { onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { forgetAttempts } from '../limits/attempts.ts';
import { unlocked } from '../sessions/own.ts';
import { needStepUp } from '../sessions/step-up.ts';
import { provePassword } from '../sessions/unlock.ts';
import { tellChanged } from '../tell-changed.ts';
import { readyPassword, setPassword } from './set-password.ts';

const END_OTHERS = statement(
  'access.end-other-sessions',
  'update kinfold.session set ended_at = now() where person = $1 and id <> $2 and ended_at is null',
);

export interface PasswordChange {
  /** Null for somebody who has no password yet, who must have stepped up instead. */
  readonly current: string | null;
  readonly next: string;
  readonly address: string;
}

/** Sets a new password and ends the person's other sessions: whoever knew the old one is out. */
export async function changePassword(
  deps: AccessDeps,
  tokenHash: Buffer,
  { current, next, address }: PasswordChange,
): Promise<void> {
  const db = onPool(deps.owner);
  const session = await unlocked(db, tokenHash);
  if (session.passwordHash === null) needStepUp(session);
  const attempt =
    session.passwordHash === null
      ? null
      : await provePassword(deps, session, current ?? '', address, 'sign-in.password-change-refused');
  const ready = await readyPassword(db, session.person, next, session.hasTotp || session.hasPasskey, 'next');
  await transaction(deps.owner, async (tx) => {
    if (attempt) await forgetAttempts(tx, attempt);
    await setPassword(tx, session.person, ready);
    await tx.query(END_OTHERS, [session.person, session.id]);
    const { person, id } = session;
    await appendAccessEvent(tx, { operation: 'sign-in.password-changed', outcome: 'done', person, session: id });
  });
  await tellChanged(deps, session.person);
}
