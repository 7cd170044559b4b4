import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import type { ReferralDraft } from './model.ts';
import { referralDraft } from './referral.builder.ts';

let world: TestApp;
let at: Desk;

beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const opened = async (chart: string) => (await at.get(at.csa, `/api/charts/${chart}/referral`)).json();

async function asked(address: Partial<ReferralDraft['address']>, code: string) {
  const chart = randomUUID();
  const home = { ...referralDraft().address, ...address };
  const answer = await at.post(at.csa, '/api/referrals', {
    chart,
    referral: referralDraft({ externalId: chart, address: home }),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const task = (await opened(chart)).tasks.find((one: { code: string }) => one.code === code);
  const settle = (body: Record<string, unknown>) => at.post(at.csa, `/api/charts/${chart}/tasks/${task.id}`, body);
  return { chart, settle };
}

test.each([
  ['the ZIP holds against the county', { county: 'Essex', zip: '19103' }, 'county-zip-mismatch', 'zip-holds'],
  ['no county was told', { county: null, zip: null }, 'county-unclear', 'county-found'],
  ['another state was told', { county: 'Bucks', state: 'PA', zip: '18901' }, 'other-state', 'lives-in-new-jersey'],
] as const)('%s: the county that was found is where the referral goes', async (_, address, code, answer) => {
  const { chart, settle } = await asked(address, code);
  const problem = (await settle({ answer })).json().problems;
  expect(problem).toEqual([{ field: 'county', code: 'missing' }]);
  expect((await settle({ answer, county: 'Bucks' })).json().problems[0].code).toBe('no-such-county');
  const settled = await settle({ answer, county: 'Camden' });
  expect(settled.statusCode, settled.body).toBe(200);
  expect((await opened(chart)).county).toBe('Camden');
  const { contactPoints } = (await at.get(at.csa, `/api/charts/${chart}/family`)).json();
  expect(contactPoints.find(({ kind }: { kind: string }) => kind === 'address')?.county).toBe('Camden');
  const { rows } = await world.pools.owner.query(
    `select f.data from kinfold.fact f where f.chart = $1 and f.kind = 'residence.recorded'
       and not exists (select 1 from kinfold.fact n where n.chart = f.chart and n.supersedes = f.seq)`,
    [chart],
  );
  expect(rows).toEqual([{ data: { state: 'nj', county: 'camden' } }]);
});
