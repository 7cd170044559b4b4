import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { AccessDeps } from '../deps.ts';
import { fetchOutside } from './outside-only.ts';
import { isSafeIssuer, type Provider } from './provider.ts';

/** What must come back unchanged; kept with the attempt, never in the browser. */
export interface RoundTrip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly again: boolean;
}

/** Who the provider says it is. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
}

const PATIENCE_S = 10;

/** Asks the provider for its addresses and keys. Never follows an address that became unsafe since it was set, nor one inside. */
async function configurationOf(deps: AccessDeps, provider: Provider): Promise<Configuration> {
  if (!isSafeIssuer(provider.issuer, deps.publicUrl)) throw new Error('the issuer is not https');
  const plain = new URL(provider.issuer).protocol === 'http:';
  return discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
    timeout: PATIENCE_S,
    [customFetch]: fetchOutside(deps.issuersInside),
    ...(plain ? { execute: [allowInsecureRequests] } : {}),
  });
}

const callbackOf = (deps: AccessDeps, agency: number) => new URL(`/api/oidc/${agency}/callback`, deps.publicUrl);

/** Where to send the browser, and what to keep until it is back. `again` asks for a fresh sign-in at the provider. */
export async function outward(
  deps: AccessDeps,
  provider: Provider,
  again: boolean,
): Promise<{ url: URL; trip: RoundTrip }> {
  const configuration = await configurationOf(deps, provider);
  const trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), again };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(deps, provider.agency).href,
    scope: 'openid email',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url, trip };
}

/** Trades the code for who came back. Throws whatever the library finds wrong: state, nonce, signature, age, audience. */
export async function homeward(
  deps: AccessDeps,
  provider: Provider,
  search: string,
  trip: RoundTrip,
): Promise<Claimed> {
  const configuration = await configurationOf(deps, provider);
  const url = callbackOf(deps, provider.agency);
  url.search = search;
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
    ...(trip.again ? { maxAge: 300 } : {}),
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no identity came back');
  const { email, email_verified: verified } = claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === 'string' ? email : null,
    emailVerified: verified === true,
  };
}
