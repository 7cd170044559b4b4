import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Overview } from '#modules/chart/contract.ts';
import type { FamilyRecord } from '#modules/youth/family-record.ts';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { faceSheetOf } from './face-sheet.ts';

let world: TestApp;
let at: Desk;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const print = (chart: string, query = '', who = at.careManager) =>
  at.get(who, `/api/charts/${chart}/face-sheet.pdf${query}`);

test('the face sheet is a tagged PDF and its printing is on record', async () => {
  const chart = await at.heldChart();
  const answer = await print(chart);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  expect(answer.headers['content-disposition']).toBe('inline; filename="face-sheet.pdf"');
  expect(answer.headers['cache-control']).toBe('no-store');
  const raw = answer.rawPayload.toString('latin1');
  expect(raw.startsWith('%PDF-')).toBe(true);
  expect(raw).toMatch(/pdfuaid:part/);
  const trail = await world.pools.owner.query(
    `select person, outcome from kinfold.audit_event where chart = $1 and operation = 'chart.face-sheet-printed'`,
    [chart],
  );
  expect(trail.rows).toEqual([{ person: at.careManager.person, outcome: 'looked' }]);
});

test('it says who, how to reach them and by what rules; a confidential address only when asked', async () => {
  const chart = await at.heldChart();
  const hidden = { kind: 'address', value: '7 Hidden Lane', confidential: true };
  await at.post(at.careManager, `/api/charts/${chart}/contact-points`, hidden);
  await at.post(at.careManager, `/api/charts/${chart}/alerts`, { code: 'safety', words: 'A dog that bites.' });
  await at.post(at.careManager, `/api/charts/${chart}/facts`, { kind: 'missing.started', on: '2026-10-11', data: {} });
  const overview = (await at.get(at.careManager, `/api/charts/${chart}`)).json<Overview>();
  const family = (await at.get(at.careManager, `/api/charts/${chart}/family`)).json<FamilyRecord>();
  const team = [{ kind: 'accountable', name: 'Dana Whitfield', title: null }];
  const sheet = (withConfidential: boolean) =>
    faceSheetOf({ overview, family, team, withConfidential, by: 'Dana Whitfield', at: '12 Oct 2026, 14:20' });
  expect(sheet(false)).toMatchObject({
    name: 'Luz Vargas',
    alerts: ['Missing since 11 Oct 2026', 'A dog that bites.'],
    people: [{ name: 'Rosa Vargas', who: 'mother', authority: 'Not confirmed', orders: [] }],
    team: [{ label: 'Care manager', value: 'Dana Whitfield' }],
    coverage: ['NJ FamilyCare, Horizon NJ Health'],
    school: ['Elm Street School'],
    printed: 'Printed 12 Oct 2026, 14:20 by Dana Whitfield',
  });
  expect(sheet(false).about).toContainEqual({ label: 'Speaks or signs', value: 'Spanish' });
  expect(sheet(false).about).toContainEqual({ label: 'Interpreter', value: 'Wanted' });
  expect(sheet(false).reach).toEqual([
    { whose: 'Rosa Vargas', how: '(908) 555-0142', rules: 'ask before leaving a message' },
    { whose: 'The youth', how: '12 Elm Street, Elizabeth, NJ 07201', rules: '' },
  ]);
  expect(sheet(true).reach.map(({ how }) => how)).toContain('7 Hidden Lane (confidential)');
  const pages = [await print(chart), await print(chart, '?confidential=print')].map(
    ({ rawPayload }) => rawPayload.length,
  );
  expect(pages[1]).not.toBe(pages[0]);
});

test('another agency prints nothing', async () => {
  const chart = await at.heldChart();
  expect((await print(chart, '', at.stranger)).statusCode).toBe(404);
});

test('a name that looks like a program is not run', async () => {
  const chart = await at.heldChart();
  const name = '#panic("x") *Luz* $x$ \\ "';
  await at.post(at.careManager, `/api/charts/${chart}/relatives`, { name, relationship: 'aunt' });
  expect((await print(chart)).statusCode).toBe(200);
});
