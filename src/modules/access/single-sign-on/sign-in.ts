import { notFound, Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { appendAccessEvent } from '../audit-row.ts';
import type { AccessDeps } from '../deps.ts';
import { openAgain } from '../sessions/lock.ts';
import { ownSession } from '../sessions/own.ts';
import { startSession } from '../sessions/start.ts';
import { noteStepUp } from '../sessions/step-up.ts';
import { addStep, type Step, takeStep } from '../sign-in/steps.ts';
import { type Claimed, homeward, outward, type RoundTrip } from './client.ts';
import { linkedPerson, type NotLinked } from './linked-person.ts';
import { isRefusedInside } from './outside-only.ts';
import { findProvider, type Provider } from './provider.ts';

export type Purpose = 'sign-in' | 'unlock' | 'step-up';

/** Sends somebody to their agency's provider. In one's own session (`unlock`, `step-up`) a fresh sign-in is asked for. Null when it cannot be reached. */
export async function startRoundTrip(deps: AccessDeps, agency: number, purpose: Purpose, tokenHash: Buffer | null) {
  const db = onPool(deps.owner);
  const provider = await findProvider(db, deps, agency);
  if (!provider) throw notFound();
  if (purpose !== 'sign-in' && !tokenHash) throw new Refusal(401, 'signed-out');
  const session = purpose !== 'sign-in' && tokenHash ? await ownSession(db, tokenHash) : null;
  if (purpose === 'step-up' && session?.locked) throw new Refusal(423, 'locked');
  const out = await outward(deps, provider, purpose !== 'sign-in').catch(refusedBy(deps, agency));
  if (!out) return null;
  const data = { ...out.trip, purpose };
  const ticket = await addStep(db, {
    kind: 'single-sign-on',
    agency,
    session: session?.id ?? null,
    person: session?.person ?? null,
    data,
  });
  return { url: out.url, ticket };
}

/** What a provider, or the way there, got wrong: noted, and for the page to explain. */
const refusedBy = (deps: AccessDeps, agency: number) => (error: unknown) => {
  deps.log.warn('identity provider refused', { agency, error, inside: isRefusedInside(error) });
  return null;
};

export type RoundTripEnd =
  | { readonly went: 'well'; readonly token: string | null }
  | { readonly went: 'wrong'; readonly why: NotLinked | 'provider' | 'another-person' };

/**
 * Finishes what `startRoundTrip` began: starts a session, or opens or steps up the one it began in. A ticket is taken
 * once, whatever comes of it. A refusal is audited and returned as a code for the page to explain.
 */
export async function finishRoundTrip(
  deps: AccessDeps,
  agency: number,
  back: {
    readonly ticket: string;
    readonly search: string;
    readonly device: string | null;
    readonly former: Buffer | null;
  },
): Promise<RoundTripEnd> {
  const db = onPool(deps.owner);
  const step = await takeStep(db, 'single-sign-on', back.ticket);
  const provider = await findProvider(db, deps, agency);
  if (!provider || step.agency !== agency) throw notFound();
  const trip = step.data as unknown as RoundTrip;
  const claimed = await homeward(deps, provider, back.search, trip).catch(refusedBy(deps, agency));
  const end = claimed
    ? await settle(deps, provider, claimed, step, back)
    : ({ went: 'wrong', why: 'provider' } as const);
  if (end.went === 'wrong') {
    const details = { code: end.why, how: 'single-sign-on', agency };
    await appendAccessEvent(db, {
      operation: 'session.sign-in-refused',
      outcome: 'refused',
      person: step.person,
      session: step.session,
      details,
    });
  }
  return end;
}

function settle(
  deps: AccessDeps,
  provider: Provider,
  claimed: Claimed,
  step: Step,
  from: { readonly device: string | null; readonly former: Buffer | null },
): Promise<RoundTripEnd> {
  return transaction(deps.owner, async (db) => {
    const found = await linkedPerson(db, provider, claimed);
    if ('why' in found) return { went: 'wrong', why: found.why };
    if (step.session === null) {
      const { device, former } = from;
      return {
        went: 'well',
        token: await startSession(db, { person: found.person, device, former, how: 'single-sign-on' }),
      };
    }
    if (step.person !== found.person) return { went: 'wrong', why: 'another-person' };
    const session = { id: step.session, person: found.person };
    return { went: 'well', token: await proveAgain(db, session, step.data.purpose) };
  });
}

/** It began in a browser, with our cookie, and ends there. */
function proveAgain(
  db: Transaction,
  session: { id: string; person: string },
  purpose: unknown,
): Promise<string | null> {
  const proof = { how: 'single-sign-on', renew: true };
  return purpose === 'step-up' ? noteStepUp(db, session, proof) : openAgain(db, session, proof);
}
