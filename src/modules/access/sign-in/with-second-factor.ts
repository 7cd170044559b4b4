import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import type { SecondProof } from '../contract/proofs.ts';
import type { AccessDeps } from '../deps.ts';
import { meansOf, withSecondFactor } from '../factors/prove.ts';
import { startSession } from '../sessions/start.ts';
import { peekStep, takeStep } from './steps.ts';

export interface SecondFactorSignIn {
  readonly ticket: string;
  readonly proof: SecondProof;
  readonly address: string;
  readonly device: string | null;
  readonly former: Buffer | null;
}

/** Finishes a sign-in whose password was right and returns the session's token. A ticket allows ten tries. */
export async function signInWithSecondFactor(deps: AccessDeps, asked: SecondFactorSignIn): Promise<string> {
  const { person } = await peekStep(onPool(deps.owner), 'second-factor', asked.ticket);
  if (!person) throw new Refusal(401, 'ticket-expired');
  const { proof, address, device, former } = asked;
  const about = { person, session: null, proof, address, refusal: 'session.sign-in-refused' } as const;
  return withSecondFactor(deps, about, async (db) => {
    await takeStep(db, 'second-factor', asked.ticket);
    return startSession(db, { person, device, former, how: meansOf(proof), steppedUp: true });
  });
}
