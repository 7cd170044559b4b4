import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EnrolledDesk, enrolledDesk } from '#modules/record/matrix/enrolled-youth.builder.ts';
import type { Seated } from '#modules/record/testing/world.builder.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

const ENROLLED = '2026-10-12' as IsoDay;
let world: TestApp;
let ask: EnrolledDesk['ask'];
let careManager: Seated;
let supervisor: Seated;
let chart: string;

beforeAll(async () => {
  world = await testApp(`${ENROLLED}T18:20:00Z`);
  ({ ask, supervisor, careManager, chart } = await enrolledDesk(world, ENROLLED));
});
afterAll(() => world.stop());

/** The same question asked of Today, the list of youth and the caseload board. */
async function everywhere() {
  const today = (await ask.get(careManager, '/api/worklist/counts')).json<{ quiet14: number; quiet30: number }>();
  const list = async (days: number) =>
    (await ask.get(careManager, `/api/charts?whose=mine&quietDays=${days}`)).json<{ charts: unknown[] }>().charts
      .length;
  const board = (await ask.get(supervisor, '/api/caseloads')).json<{ staff: Record<string, unknown>[] }>();
  const row = JSON.stringify(board);
  return { today: [today.quiet14, today.quiet30], list: [await list(14), await list(30)], board: row };
}
const both = (quiet14: number, quiet30: number) => ({
  today: [quiet14, quiet30],
  list: [quiet14, quiet30],
  board: expect.stringContaining(`"quiet14":${quiet14},"quiet30":${quiet30}`),
});
const contact = (on: string, category: string, other: Record<string, unknown> = {}) =>
  ask.post(careManager, `/api/charts/${chart}/contacts`, {
    ...{ made: true, withWhom: ['youth'], how: 'video', on, words: 'Spoke.', category },
    ...other,
  });

test('Today, the list and the board say the same, and count what their reader may see', async () => {
  expect(await everywhere()).toEqual(both(0, 0));
  await world.moveTo('2026-10-27T18:20:00Z');
  await world.pools.owner.query('update kinfold.session set last_seen_at = now()');
  expect(await everywhere()).toEqual(both(1, 0));
  // A contact whose note is out of sight changes nothing, and shows no day.
  expect((await contact('2026-10-27', 'substance-use')).statusCode).toBe(200);
  expect(await everywhere()).toEqual(both(1, 0));
  const { charts } = (await ask.get(careManager, '/api/charts?whose=mine')).json<{
    charts: { lastContactOn: string | null }[];
  }>();
  expect(charts.map(({ lastContactOn }) => lastContactOn)).toEqual([null]);
  // The school was reached, or the caregiver with a text message: the family was not.
  for (const other of [{ withWhom: ['school'] }, { withWhom: ['caregiver'], how: 'text' }]) {
    expect((await contact('2026-10-27', 'general', other)).statusCode).toBe(200);
    expect(await everywhere()).toEqual(both(1, 0));
  }
  await contact('2026-10-27', 'general');
  expect(await everywhere()).toEqual(both(0, 0));
});
