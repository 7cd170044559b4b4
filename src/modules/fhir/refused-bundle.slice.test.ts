import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { type BuiltBundle, type BuiltEntry, referralBundle } from './testing/bundle.builder.ts';
import { type Outcome, type Partner, partner } from './testing/partner.builder.ts';

let world: TestApp;
let at: Partner;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await partner(world);
});
afterAll(() => world.stop());

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
    'consent of a day to come',
    (at) =>
      Object.assign(at('ServiceRequest').resource, {
        extension: [{ url: 'urn:kinfold:consent-to-refer', extension: [{ url: 'on', valueDate: '2026-10-13' }] }],
      }),
    'Bundle.entry[2].resource.extension',
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
    const before = await at.count('chart');
    const answer = await at.send(bundle);
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.headers['content-type']).toContain('application/fhir+json');
    const { resourceType, issue } = answer.json<Outcome>();
    expect(resourceType).toBe('OperationOutcome');
    expect(issue.map((one) => `${one.code} ${one.expression?.[0]}`)).toContain(`${code} ${expression}`);
    // Never what was sent.
    expect(answer.body).not.toMatch(/Quillfeather|Amara|Willow|MRN|2014|2026-10/);
    expect(await at.count('chart')).toBe(before);
  });

  test('everything that is wrong is said at once', async () => {
    const bundle = referralBundle('H-bad');
    for (const { resource } of bundle.entry)
      for (const name of ['birthDate', 'active', 'code']) Reflect.deleteProperty(resource, name);
    expect((await at.send(bundle)).json<Outcome>().issue.map(({ expression }) => expression?.[0])).toEqual([
      'Bundle.entry[0].resource.birthDate',
      'Bundle.entry[1].resource.active',
      'Bundle.entry[2].resource.code',
      'Bundle.entry[4].resource.code',
    ]);
  });

  test('what is no JSON, and what is no bundle', async () => {
    const broken = await at.send('{"resourceType": "Bundle", "name": "Quillfeather"');
    expect([broken.statusCode, broken.json<Outcome>().issue[0]?.code]).toEqual([400, 'structure']);
    expect(broken.body).not.toContain('Quillfeather');
    expect((await at.send([])).statusCode).toBe(422);
    expect((await at.send({ resourceType: 'Patient' })).json<Outcome>().issue[0]?.expression).toEqual([
      'Bundle.resourceType',
    ]);
  });
});

test.each(['text/plain', 'application/xml'])('what is said to be %s is refused for that', async (type) => {
  const answer = await world.app.inject({
    ...{ method: 'POST', url: '/fhir/R4', payload: JSON.stringify(referralBundle()) },
    headers: { authorization: `Bearer ${at.token}`, 'content-type': type },
  });
  expect([answer.statusCode, answer.json<Outcome>().resourceType]).toEqual([415, 'OperationOutcome']);
});

test('the capability statement says what is taken', async () => {
  const answer = await world.app.inject({ method: 'GET', url: '/fhir/R4/metadata' });
  expect(answer.json()).toMatchObject({
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    rest: [{ interaction: [{ code: 'transaction' }] }],
  });
});
