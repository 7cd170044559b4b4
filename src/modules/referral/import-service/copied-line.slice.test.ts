import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { referralDraft } from '#modules/referral/referral.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { HEADER, type ImportedFile, importFile, rowOf } from './testing/imported-file.builder.ts';

let world: TestApp;
let csa: Seated;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  world = await testApp('2026-03-02T15:00:00Z');
  csa = await addSeat(world.pools.owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  stopJobs = await world.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await world.stop();
});

const importText = (text: string) => importFile(world.app, csa, text);
const outcomes = ({ results }: ImportedFile) => results.map(({ outcome, chart }) => [outcome, chart] as const);

/** A file with one wrong row, mended in the form; its file of rows to mend, from before that. */
async function mendedInTheForm(id: string, firstName: string, lastName: string) {
  const done = await importText([HEADER, rowOf(id, firstName, lastName, { born: '31 June 2013' })].join('\n'));
  const url = `/api/imports/${done.id}/rejects`;
  const { body } = await world.app.inject({ method: 'GET', url, headers: csa.headers });
  const on = '2026-02-20' as IsoDay;
  const usual = referralDraft({ receivedOn: on, receivedAt: null, consent: { ...referralDraft().consent, on } });
  const youth = { ...usual.youth, firstName, lastName, birthDay: '2013-06-30' as IsoDay };
  const referral = { ...usual, source: 'form', externalId: id || randomUUID(), youth };
  const mended = await world.app.inject({
    ...{ method: 'POST', url: '/api/referrals', headers: csa.headers },
    payload: { id: randomUUID(), chart: randomUUID(), referral, mends: { import: done.id, row: done.results[0]?.row } },
  });
  expect(mended.statusCode, mended.body).toBe(200);
  const chart: string = mended.json().answer.chart;
  const [header = '', line = ''] = body.trimEnd().split('\r\n');
  return { chart, header, line };
}

test('a line of the file of rows to mend, copied for another youth, comes in as that youth’s; the same file again changes nothing', async () => {
  const { chart, header, line } = await mendedInTheForm('', 'Una', 'Thorn');
  const as = (name: string, born: string) => line.replace('Una,Thorn,31 June 2013', `${name},${born}`);
  const file = [header, as('Una,Thorn', '2013-06-29'), as('Leo,Diaz', '2011-02-05'), as('Vera,Thorn', '2013-06-30')];
  const [mended, another, twin] = outcomes(await importText(file.join('\n')));
  expect(mended).toEqual(['already-here', chart]);
  for (const one of [another, twin]) {
    expect(one?.[0]).not.toMatch(/already-here|unreadable/);
    expect(one?.[1]).not.toBe(chart);
  }
  expect(outcomes(await importText(file.join('\n')))).toEqual(
    [mended, another, twin].map((one) => ['already-here', one?.[1]]),
  );
});

test('copied with the number of the mended row, another youth comes back with the reason, and is not left out', async () => {
  const { chart, header, line } = await mendedInTheForm('C-21', 'Ada', 'Moss');
  const as = (name: string, born: string) => line.replace('Ada,Moss,31 June 2013', `${name},${born}`);
  const file = [header, as('Ada,Moss', '2013-06-29'), as('Ben,Moss', '2013-06-30')].join('\n');
  const done = await importText(file);
  expect(outcomes(done)).toEqual([
    ['already-here', chart],
    ['unreadable', null],
  ]);
  expect(done.results[1]?.problems).toMatchObject([{ field: 'referral_id', code: 'id-used-before' }]);
  // As in the sender's own file, which has no name of the row.
  const own = await importText([HEADER, rowOf('C-21', 'Ben', 'Moss', { born: '2013-06-30' })].join('\n'));
  expect(own.results[0]?.problems).toMatchObject([{ code: 'id-used-before' }]);
});
