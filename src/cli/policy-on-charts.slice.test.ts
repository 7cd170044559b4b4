import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { factKinds } from '../fact-kinds.ts';
import { projectFolder } from '../project-folder.ts';
import { impactOf } from './policy-on-charts.ts';

let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const compared = async (agency: number | null, group?: number) => {
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  const wish = { pack: 'nj-cmo', parameters: { 'nj.first-contact/hours': 48 }, agency };
  const told: string[] = [];
  const found = await impactOf(at.world.pools.owner, shelf, wish, (done, all) => told.push(`${done} of ${all}`), group);
  return { told, found: found.toSorted((a, b) => Number(a.agency) - Number(b.agency)) };
};

test('charts compared one group after the other come to the same as all at once', async () => {
  const whole = await compared(null);
  expect(whole.found.map(({ agency, charts, moved }) => [agency, charts, moved > 0])).toEqual([
    ['1', 1, true],
    ['15', 1, true],
  ]);
  const grouped = await compared(null, 1);
  expect(grouped.found).toEqual(whole.found);
  expect(grouped.told).toEqual(['1 of 2', '2 of 2', '2 of 2']);
  expect((await compared(15, 1)).found).toEqual(whole.found.filter(({ agency }) => agency === '15'));
});
