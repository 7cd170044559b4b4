import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { addFhirClient } from './index.ts';
import { type BuiltBundle, type BuiltEntry, PATIENT, referralBundle } from './testing/bundle.builder.ts';

let world: TestApp;
let csa: Seated;
let hospital: { clientId: string; clientSecret: string };
let token: string;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  csa = await addSeat(world.pools.owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  hospital = await addFhirClient(world.pools.owner, { name: 'Capital Hospital', seat: csa.seat });
  token = await tokenFor(hospital);
});
afterAll(() => world.stop());

const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });

async function tokenFor({ clientId, clientSecret }: { clientId: string; clientSecret: string }): Promise<string> {
  const answer = await ask({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ access_token: string }>().access_token;
}

const send = (bundle: unknown, as = token) =>
  world.app.inject({
    method: 'POST',
    url: '/fhir/R4',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/fhir+json' },
    payload: typeof bundle === 'string' ? bundle : JSON.stringify(bundle),
  });
const read = (path: string, as = token) =>
  world.app.inject({ method: 'GET', url: `/fhir/R4/${path}`, headers: { authorization: `Bearer ${as}` } });

interface Outcome {
  resourceType: string;
  issue: { severity: string; code: string; expression?: string[]; details: { text: string } }[];
}
interface Answered {
  entry: { response: { status: string; location: string; etag: string } }[];
}
const count = async (table: string): Promise<number> =>
  (await world.pools.owner.query(`select count(*)::int as n from kinfold.${table}`)).rows[0]?.n;

describe('a token', () => {
  test('is given to the right secret, also by HTTP Basic', async () => {
    const coded = Buffer.from(`${hospital.clientId}:${hospital.clientSecret}`).toString('base64');
    const answer = await ask({ grant_type: 'client_credentials' }, { authorization: `Basic ${coded}` });
    expect(answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown program', { grant_type: 'client_credentials', client_id: randomUUID() }, 401, 'invalid_client'],
    ['a name that is no id', { grant_type: 'client_credentials', client_id: 'x' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', {}, 400, 'invalid_request'],
  ])('is not given to %s', async (_says, different, status, error) => {
    const answer = await ask({ client_id: hospital.clientId, client_secret: hospital.clientSecret, ...different });
    expect([answer.statusCode, answer.json()]).toEqual([status, { error }]);
  });

  test('opens nothing but FHIR', async () => {
    const answer = await world.app.inject({
      method: 'GET',
      url: '/api/referrals',
      headers: { authorization: `Bearer ${token}`, 'x-kinfold-seat': csa.seat },
    });
    expect(answer.statusCode).toBe(401);
  });

  test('a person’s session token opens no FHIR', async () => {
    expect((await send(referralBundle(), csa.token)).statusCode).toBe(401);
  });

  test('that has expired is told so', async () => {
    const old = await tokenFor(hospital);
    await world.pools.owner.query(
      `update kinfold.session set ends_at = now() - interval '1 second' where id in (select session from kinfold.fhir_session) and ends_at =
         (select max(s.ends_at) from kinfold.session s join kinfold.fhir_session f on f.session = s.id)`,
    );
    const answer = await send(referralBundle('H-9'), old);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json<Outcome>().issue[0]).toMatchObject({ code: 'login' });
  });

  test('of a program that was disabled is good for nothing', async () => {
    const gone = await addFhirClient(world.pools.owner, { name: 'Closed clinic', seat: csa.seat });
    const last = await tokenFor(gone);
    await world.pools.owner.query('update kinfold.fhir_client set disabled_at = now() where id = $1', [gone.clientId]);
    expect((await send(referralBundle('H-8'), last)).statusCode).toBe(401);
  });
});

describe('a referral', () => {
  test('is registered as if by form, and can be read back', async () => {
    const answer = await send(referralBundle());
    expect(answer.statusCode, answer.body).toBe(200);
    const { entry } = answer.json<Answered>();
    expect(entry.map(({ response }) => response.status)).toEqual(Array(5).fill('201 Created'));
    const locations = entry.map(({ response }) => response.location.replace('/_history/1', ''));
    expect(locations.map((place) => place.split('/')[0])).toEqual([
      'Patient',
      'RelatedPerson',
      'ServiceRequest',
      'Coverage',
      'Condition',
    ]);

    const chart = locations[0]?.split('/')[1] ?? '';
    const opened = await world.app.inject({
      method: 'GET',
      url: `/api/charts/${chart}/referral`,
      headers: csa.headers,
    });
    expect(opened.json()).toMatchObject({
      stage: 'referred',
      tasks: [],
      referral: {
        id: locations[2]?.split('/')[1],
        externalId: 'H-1001',
        asRegistered: {
          receivedAt: '2026-10-12T14:05:00.000Z',
          caller: { code: 'hospital' },
          youth: {
            firstName: 'Amara Joy',
            lastName: 'Okoye',
            preferredName: 'Mara',
            language: { code: 'ht' },
            interpreterNeeded: true,
          },
          address: { county: 'Mercer', zip: '08608' },
          guardian: {
            firstName: 'Ngozi',
            relationship: { code: 'mother' },
            telephone: '+16095550163',
            email: 'ngozi@mail.example',
          },
          domains: ['mental-health'],
          consent: { given: 'yes', by: 'caregiver', authority: 'parent', on: '2026-10-12' },
          healthPlan: { code: 'horizon' },
          medicaidId: 'NJ70012345',
        },
      },
    });
    for (const place of locations) {
      const one = await read(place);
      expect(one.statusCode, place).toBe(200);
      expect(one.json()).toMatchObject({
        resourceType: place.split('/')[0],
        id: place.split('/')[1],
        meta: { versionId: '1' },
      });
    }
    expect((await read(locations[2] ?? '')).json()).toMatchObject({ subject: { reference: `Patient/${chart}` } });
    const looks = await world.pools.owner.query(
      `select 1 from kinfold.audit_event where operation = 'fhir.resource-read' and chart = $1`,
      [chart],
    );
    expect(looks.rowCount).toBe(6);
  });

  test('a second bundle of the same youth is a likely duplicate for a person', async () => {
    await send(referralBundle('H-2001', 'Adebayo'));
    const answer = await send(referralBundle('H-2002', 'Adebayo'));
    const chart = answer.json<Answered>().entry[0]?.response.location.split('/')[1];
    const tasks = await world.pools.owner.query('select code from kinfold.review_task where chart = $1', [chart]);
    expect(tasks.rows).toEqual([{ code: 'likely-duplicate' }]);
  });

  test('sent again it changes nothing and answers the same places, even written another way', async () => {
    const first = await send(referralBundle('H-3001', 'Tran'));
    const before = await Promise.all(['chart', 'referral', 'fact', 'fhir_resource'].map(count));
    const again = referralBundle('H-3001', 'Tran');
    const renamed = JSON.parse(JSON.stringify(again).replaceAll(PATIENT, `urn:uuid:${randomUUID()}`)) as BuiltBundle;
    for (const one of renamed.entry)
      one.resource = Object.fromEntries(Object.entries(one.resource).reverse()) as BuiltEntry['resource'];
    const second = await send(renamed);
    expect(second.statusCode, second.body).toBe(200);
    const places = (answer: typeof first) =>
      answer.json<Answered>().entry.map(({ response }) => [response.location, response.etag]);
    expect(places(second)).toEqual(places(first));
    expect(second.json<Answered>().entry.map(({ response }) => response.status)).toEqual(Array(5).fill('200 OK'));
    expect(await Promise.all(['chart', 'referral', 'fact', 'fhir_resource'].map(count))).toEqual(before);
  });

  test('two tries at once make one referral', async () => {
    const before = await count('chart');
    const both = await Promise.all([send(referralBundle('H-3100', 'Silva')), send(referralBundle('H-3100', 'Silva'))]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(both[0]?.json<Answered>().entry[0]?.response.location).toBe(
      both[1]?.json<Answered>().entry[0]?.response.location,
    );
    expect(await count('chart')).toBe(before + 1);
  });

  test('something else under the same number is a conflict', async () => {
    await send(referralBundle('H-3200', 'Marsh'));
    const answer = await send(referralBundle('H-3200', 'Brook'));
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Outcome>().issue[0]).toMatchObject({
      code: 'conflict',
      expression: [expect.stringContaining('ServiceRequest')],
    });
    expect(answer.body).not.toContain('Brook');
  });

  test('one program does not read what another sent', async () => {
    const sent = await send(referralBundle('H-3300', 'Novak'));
    const place = sent.json<Answered>().entry[0]?.response.location.replace('/_history/1', '') ?? '';
    const other = await tokenFor(await addFhirClient(world.pools.owner, { name: 'Another clinic', seat: csa.seat }));
    for (const path of [place, `Patient/${randomUUID()}`, 'Patient/nothing']) {
      const answer = await read(path, other);
      expect([answer.statusCode, answer.json<Outcome>().issue[0]?.code]).toEqual([404, 'not-found']);
    }
    expect((await send(referralBundle('H-3300', 'Novak'), other)).statusCode).toBe(200);
  });

  test('a seat that may not register is told so', async () => {
    const reader = await addSeat(world.pools.owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
    const other = await tokenFor(await addFhirClient(world.pools.owner, { name: 'A school', seat: reader.seat }));
    const answer = await send(referralBundle('H-3400'), other);
    expect([answer.statusCode, answer.json<Outcome>().issue[0]?.code]).toEqual([403, 'forbidden']);
  });
});

type Change = (at: (type: string) => BuiltEntry, bundle: BuiltBundle) => void;
const BAD: readonly [string, Change, string, string][] = [
  ['another kind of bundle', (_at, b) => Object.assign(b, { type: 'batch' }), 'Bundle.type', 'value'],
  ['no entries', (_at, b) => Object.assign(b, { entry: [] }), 'Bundle.entry', 'value'],
  ['no youth', (_at, b) => b.entry.shift(), 'Bundle.entry', 'required'],
  [
    'two youths',
    (at, b) => b.entry.push({ ...at('Patient'), fullUrl: `urn:uuid:${randomUUID()}` }),
    'Bundle.entry[5]',
    'not-supported',
  ],
  [
    'a resource not taken',
    (at) => Object.assign(at('Coverage').resource, { resourceType: 'Claim' }),
    'Bundle.entry[3].resource',
    'not-supported',
  ],
  [
    'an update',
    (at) => Object.assign(at('Patient').request, { method: 'PUT' }),
    'Bundle.entry[0].request.method',
    'value',
  ],
  [
    'an url that is not the type',
    (at) => Object.assign(at('Patient').request, { url: 'Person' }),
    'Bundle.entry[0].request.url',
    'value',
  ],
  [
    'no birth day',
    (at) => Reflect.deleteProperty(at('Patient').resource, 'birthDate'),
    'Bundle.entry[0].resource.birthDate',
    'required',
  ],
  [
    'half a birth day',
    (at) => Object.assign(at('Patient').resource, { birthDate: '2014-05' }),
    'Bundle.entry[0].resource.birthDate',
    'value',
  ],
  [
    'a day that is none',
    (at) => Object.assign(at('Patient').resource, { birthDate: '2014-02-30' }),
    'Bundle.entry[0].resource.birthDate',
    'value',
  ],
  [
    'born after the referral',
    (at) => Object.assign(at('Patient').resource, { birthDate: '2026-10-13' }),
    'Bundle.entry[0].resource.birthDate',
    'business-rule',
  ],
  [
    'no family name',
    (at) => Object.assign(at('Patient').resource, { name: [{ given: ['Amara'] }] }),
    'Bundle.entry[0].resource.name[0]',
    'required',
  ],
  [
    'a name that is no name',
    (at) => Object.assign(at('Patient').resource, { name: 'Amara' }),
    'Bundle.entry[0].resource.name',
    'structure',
  ],
  [
    'a gender not in FHIR',
    (at) => Object.assign(at('Patient').resource, { gender: 'F' }),
    'Bundle.entry[0].resource.gender',
    'value',
  ],
  [
    'no identifier of the youth',
    (at) => Object.assign(at('Patient').resource, { identifier: [] }),
    'Bundle.entry[0].resource.identifier',
    'value',
  ],
  [
    'an identifier without a system',
    (at) => Object.assign(at('ServiceRequest').resource, { identifier: [{ value: 'H-1' }] }),
    'Bundle.entry[2].resource.identifier[0].system',
    'required',
  ],
  [
    'a referral in draft',
    (at) => Object.assign(at('ServiceRequest').resource, { status: 'draft' }),
    'Bundle.entry[2].resource.status',
    'value',
  ],
  [
    'a request not to',
    (at) => Object.assign(at('ServiceRequest').resource, { doNotPerform: true }),
    'Bundle.entry[2].resource.doNotPerform',
    'value',
  ],
  [
    'written tomorrow',
    (at) => Object.assign(at('ServiceRequest').resource, { authoredOn: '2026-10-13' }),
    'Bundle.entry[2].resource.authoredOn',
    'business-rule',
  ],
  [
    'a request about nobody here',
    (at) => Object.assign(at('ServiceRequest').resource, { subject: { reference: 'Patient/9' } }),
    'Bundle.entry[2].resource.subject.reference',
    'not-found',
  ],
  [
    'a relative of nobody',
    (at) => Object.assign(at('RelatedPerson').resource, { patient: {} }),
    'Bundle.entry[1].resource.patient.reference',
    'required',
  ],
  [
    'a condition of another',
    (at) => Object.assign(at('Condition').resource, { subject: { reference: 'urn:uuid:0' } }),
    'Bundle.entry[4].resource.subject.reference',
    'not-found',
  ],
  [
    'coverage that ended',
    (at) => Object.assign(at('Coverage').resource, { status: 'cancelled' }),
    'Bundle.entry[3].resource.status',
    'value',
  ],
  [
    'a modifier',
    (at) => Object.assign(at('Patient').resource, { modifierExtension: [{ url: 'x' }] }),
    'Bundle.entry[0].resource.modifierExtension',
    'value',
  ],
  [
    'a condition on the youth',
    (at) => Object.assign(at('Patient').request, { ifNoneExist: 'identifier=x|1' }),
    'Bundle.entry[0].request.ifNoneExist',
    'not-supported',
  ],
  [
    'a condition on another number',
    (at) => Object.assign(at('ServiceRequest').request, { ifNoneExist: 'identifier=x|1' }),
    'Bundle.entry[2].request.ifNoneExist',
    'value',
  ],
  [
    'one fullUrl twice',
    (at) => Object.assign(at('Condition'), { fullUrl: at('Coverage').fullUrl }),
    'Bundle.entry[4].fullUrl',
    'duplicate',
  ],
];

describe('what cannot be taken', () => {
  test.each(BAD)('%s', async (_says, change, expression, code) => {
    const bundle = referralBundle('H-bad', 'Quillfeather');
    const of = (type: string) => bundle.entry.find(({ resource }) => resource.resourceType === type);
    change((type) => of(type) ?? (bundle.entry[0] as BuiltEntry), bundle);
    const before = await count('chart');
    const answer = await send(bundle);
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.headers['content-type']).toContain('application/fhir+json');
    const { resourceType, issue } = answer.json<Outcome>();
    expect(resourceType).toBe('OperationOutcome');
    expect(issue.map((one) => `${one.code} ${one.expression?.[0]}`)).toContain(`${code} ${expression}`);
    // Never what was sent.
    expect(answer.body).not.toMatch(/Quillfeather|Amara|Willow|MRN|2014|2026-10/);
    expect(await count('chart')).toBe(before);
  });

  test('everything that is wrong is said at once', async () => {
    const bundle = referralBundle('H-bad');
    for (const { resource } of bundle.entry)
      for (const name of ['birthDate', 'active', 'code']) Reflect.deleteProperty(resource, name);
    expect((await send(bundle)).json<Outcome>().issue.map(({ expression }) => expression?.[0])).toEqual([
      'Bundle.entry[0].resource.birthDate',
      'Bundle.entry[1].resource.active',
      'Bundle.entry[2].resource.code',
      'Bundle.entry[4].resource.code',
    ]);
  });

  test('what is no JSON, and what is no bundle', async () => {
    const broken = await send('{"resourceType": "Bundle", "name": "Quillfeather"');
    expect([broken.statusCode, broken.json<Outcome>().issue[0]?.code]).toEqual([400, 'structure']);
    expect(broken.body).not.toContain('Quillfeather');
    expect((await send([])).statusCode).toBe(422);
    expect((await send({ resourceType: 'Patient' })).json<Outcome>().issue[0]?.expression).toEqual([
      'Bundle.resourceType',
    ]);
  });
});

test('the capability statement says what is taken', async () => {
  const answer = await world.app.inject({ method: 'GET', url: '/fhir/R4/metadata' });
  expect(answer.json()).toMatchObject({
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    rest: [{ interaction: [{ code: 'transaction' }] }],
  });
});
