import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { referralBundle } from './testing/bundle.builder.ts';
import { type Answered, type Partner, partner } from './testing/partner.builder.ts';

let world: TestApp;
let at: Partner;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await partner(world);
});
afterAll(() => world.stop());

const familyOf = async (located: string | undefined) => {
  const url = `/api/charts/${located?.split('/')[1]}/family`;
  return (await world.app.inject({ method: 'GET', url, headers: at.csa.headers })).json();
};

test('the caregiver’s own languages come with it, the preferred one first', async () => {
  const bundle = referralBundle('H-2001', 'Desrosiers');
  const relative = bundle.entry.find(({ resource }) => resource.resourceType === 'RelatedPerson');
  Object.assign(relative?.resource ?? {}, {
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'fr' }] } },
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'ht' }] }, preferred: true },
    ],
  });
  const answer = await at.send(bundle);
  expect(answer.statusCode, answer.body).toBe(200);
  const { relatives } = await familyOf(answer.json<Answered>().entry[0]?.response.location);
  const said = { words: null, speaks: true, reads: false, letters: false };
  expect(relatives[0].languages).toEqual([
    { ...said, code: 'ht', talk: true },
    { ...said, code: 'fr', talk: false },
  ]);
});

test('a county is read as it is called here, and one that is none of New Jersey’s is asked for', async () => {
  const from = (number: string, who: { family: string; given: string; birthDate: string }, district: string) => {
    const bundle = referralBundle(number);
    const [patient] = bundle.entry;
    const home = { line: ['18 Willow Court'], city: 'Trenton', district, state: 'NJ', postalCode: '08608' };
    const { family, given, birthDate } = who;
    const name = [{ use: 'official', family, given: [given] }];
    Object.assign(patient?.resource ?? {}, { name, birthDate, address: [home] });
    return at.send(bundle);
  };
  const told = async (answer: Awaited<ReturnType<typeof from>>) => {
    const chart = answer.json<Answered>().entry[0]?.response.location.split('/')[1];
    const url = `/api/charts/${chart}/referral`;
    return (await world.app.inject({ method: 'GET', url, headers: at.csa.headers })).json();
  };
  const tomas = { family: 'Ferro', given: 'Tomas', birthDate: '2010-01-30' };
  const wren = { family: 'Oakhurst', given: 'Wren', birthDate: '2015-11-08' };
  expect(await told(await from('H-2111', tomas, 'MERCER COUNTY'))).toMatchObject({ county: 'Mercer', tasks: [] });
  expect((await told(await from('H-2112', wren, 'Bucks County'))).tasks).toMatchObject([{ code: 'county-unclear' }]);
});
