import type { listSingleSignOn } from '#modules/access/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { send } from '../api.ts';

/** The identity provider of an agency one works for. */
export interface OwnProvider {
  readonly agency: number;
  /** The agency's short name. */
  readonly name: string;
}

/**
 * The provider of somebody whose seats are all of one agency; null where it has none. A provider vouches for people of its own
 * agency alone, so whoever works for two has none.
 */
export async function ownProvider(agencies: readonly number[]): Promise<OwnProvider | null> {
  if (new Set(agencies).size !== 1) return null;
  const all = (await send('GET', '/api/oidc')) as AnswerOf<typeof listSingleSignOn>;
  const found = all.agencies.find(({ agency }) => agencies.includes(agency));
  return found ? { agency: found.agency, name: found.agencyShort } : null;
}

/** Where a fresh sign-in there begins: to open this session again, or to prove oneself for one thing. */
export const provesAt = ({ agency }: OwnProvider, what: 'unlock' | 'step-up'): string =>
  `/api/oidc/${agency}/start?for=${what}`;
