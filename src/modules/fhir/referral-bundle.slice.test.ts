import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeat } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { addFhirClient } from './index.ts';
import { type BuiltBundle, type BuiltEntry, PATIENT, referralBundle } from './testing/bundle.builder.ts';
import { type Answered, type Outcome, type Partner, partner } from './testing/partner.builder.ts';

let world: TestApp;
let at: Partner;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await partner(world);
});
afterAll(() => world.stop());

describe('a referral', () => {
  test('is registered as if by form, and can be at.read back', async () => {
    const answer = await at.send(referralBundle());
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
      headers: at.csa.headers,
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
            otherLanguages: [
              { code: 'en', asReported: null },
              { code: 'other', asReported: 'Gullah' },
            ],
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
      const one = await at.read(place);
      expect(one.statusCode, place).toBe(200);
      expect(one.json()).toMatchObject({
        resourceType: place.split('/')[0],
        id: place.split('/')[1],
        meta: { versionId: '1' },
      });
    }
    expect((await at.read(locations[2] ?? '')).json()).toMatchObject({ subject: { reference: `Patient/${chart}` } });
    const looks = await world.pools.owner.query(
      `select 1 from kinfold.audit_event where operation = 'fhir.resource-read' and chart = $1`,
      [chart],
    );
    expect(looks.rowCount).toBe(6);
    for (const { response } of entry)
      expect((await at.read(response.location)).json()).toEqual(
        (await at.read(response.location.replace('/_history/1', ''))).json(),
      );
    expect((await at.read(`Patient/${chart}/_history/2`)).statusCode).toBe(404);
  });

  test('a second bundle of the same youth is a likely duplicate for a person', async () => {
    await at.send(referralBundle('H-2001', 'Adebayo'));
    const answer = await at.send(referralBundle('H-2002', 'Adebayo'));
    const chart = answer.json<Answered>().entry[0]?.response.location.split('/')[1];
    const tasks = await world.pools.owner.query('select code from kinfold.review_task where chart = $1', [chart]);
    expect(tasks.rows).toEqual([{ code: 'likely-duplicate' }]);
  });

  test('sent again it changes nothing and answers the same places, even written another way', async () => {
    const first = await at.send(referralBundle('H-3001', 'Tran'));
    const before = await Promise.all(['chart', 'referral', 'fact', 'fhir_resource'].map(at.count));
    const again = referralBundle('H-3001', 'Tran');
    const renamed = JSON.parse(JSON.stringify(again).replaceAll(PATIENT, `urn:uuid:${randomUUID()}`)) as BuiltBundle;
    for (const one of renamed.entry)
      one.resource = Object.fromEntries(Object.entries(one.resource).reverse()) as BuiltEntry['resource'];
    const second = await at.send(renamed);
    expect(second.statusCode, second.body).toBe(200);
    const places = (answer: typeof first) =>
      answer.json<Answered>().entry.map(({ response }) => [response.location, response.etag]);
    expect(places(second)).toEqual(places(first));
    expect(second.json<Answered>().entry.map(({ response }) => response.status)).toEqual(Array(5).fill('200 OK'));
    expect(await Promise.all(['chart', 'referral', 'fact', 'fhir_resource'].map(at.count))).toEqual(before);
  });

  test('two tries at once make one referral', async () => {
    const before = await at.count('chart');
    const both = await Promise.all([
      at.send(referralBundle('H-3100', 'Silva')),
      at.send(referralBundle('H-3100', 'Silva')),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(both[0]?.json<Answered>().entry[0]?.response.location).toBe(
      both[1]?.json<Answered>().entry[0]?.response.location,
    );
    expect(await at.count('chart')).toBe(before + 1);
  });

  test('something else under the same number is a conflict', async () => {
    await at.send(referralBundle('H-3200', 'Marsh'));
    const answer = await at.send(referralBundle('H-3200', 'Brook'));
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Outcome>().issue[0]).toMatchObject({
      code: 'conflict',
      expression: [expect.stringContaining('ServiceRequest')],
    });
    expect(answer.body).not.toContain('Brook');
  });

  test('one program does not at.read what another sent', async () => {
    const sent = await at.send(referralBundle('H-3300', 'Novak'));
    const place = sent.json<Answered>().entry[0]?.response.location.replace('/_history/1', '') ?? '';
    const other = await at.tokenFor(
      await addFhirClient(world.pools.owner, { name: 'Another clinic', seat: at.csa.seat }),
    );
    for (const path of [place, `Patient/${randomUUID()}`, 'Patient/nothing']) {
      const answer = await at.read(path, other);
      expect([answer.statusCode, answer.json<Outcome>().issue[0]?.code]).toEqual([404, 'not-found']);
    }
    expect((await at.send(referralBundle('H-3300', 'Novak'), other)).statusCode).toBe(200);
  });

  test('a seat that may not register is told so', async () => {
    const reader = await addSeat(world.pools.owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
    const other = await at.tokenFor(await addFhirClient(world.pools.owner, { name: 'A school', seat: reader.seat }));
    const answer = await at.send(referralBundle('H-3400'), other);
    expect([answer.statusCode, answer.json<Outcome>().issue[0]?.code]).toEqual([403, 'forbidden']);
  });
});
