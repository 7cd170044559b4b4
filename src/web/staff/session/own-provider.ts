import type { listSingleSignOn } from '#modules/access/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { send } from '../api.ts';

/** The identity provider of an agency one works for. */
export interface OwnProvider {
  readonly agency: number;
  /** The agency's short name. */
  readonly name: string;
}

/** The provider of the first of these agencies that has one; null where none has, or it cannot be asked now. */
export async function ownProvider(agencies: readonly number[]): Promise<OwnProvider | null> {
  const all = await send('GET', '/api/oidc').catch(() => null);
  const found = (all as AnswerOf<typeof listSingleSignOn> | null)?.agencies.find(({ agency }) =>
    agencies.includes(agency),
  );
  return found ? { agency: found.agency, name: found.agencyShort } : null;
}

/** Where a fresh sign-in there begins: to open this session again, or to prove oneself for one thing. */
export const provesAt = ({ agency }: OwnProvider, what: 'unlock' | 'step-up'): string =>
  `/api/oidc/${agency}/start?for=${what}`;
