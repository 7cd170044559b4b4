import { expect } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import { addFhirClient } from '../index.ts';

export interface Program {
  readonly clientId: string;
  readonly clientSecret: string;
}
export interface Outcome {
  resourceType: string;
  issue: { severity: string; code: string; expression?: string[]; details: { text: string } }[];
}
export interface Answered {
  entry: { response: { status: string; location: string; etag: string } }[];
}

/** A hospital's program of the administrator, with a token, and the requests a partner makes. */
export async function partner(world: TestApp) {
  const { owner } = world.pools;
  const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
    });
  const tokenFor = async ({ clientId, clientSecret }: Program): Promise<string> => {
    const answer = await ask({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ access_token: string }>().access_token;
  };
  const csa: Seated = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const hospital: Program = await addFhirClient(owner, { name: 'Capital Hospital', seat: csa.seat });
  const token = await tokenFor(hospital);
  const send = (bundle: unknown, as = token) =>
    world.app.inject({
      method: 'POST',
      url: '/fhir/R4',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/fhir+json' },
      payload: typeof bundle === 'string' ? bundle : JSON.stringify(bundle),
    });
  const read = (path: string, as = token) =>
    world.app.inject({ method: 'GET', url: `/fhir/R4/${path}`, headers: { authorization: `Bearer ${as}` } });
  const count = async (table: string): Promise<number> =>
    (await owner.query(`select count(*)::int as n from kinfold.${table}`)).rows[0]?.n;
  return { ask, tokenFor, csa, hospital, token, send, read, count };
}
export type Partner = Awaited<ReturnType<typeof partner>>;
