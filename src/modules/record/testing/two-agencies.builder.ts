import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { addSeat, type Seated } from './world.builder.ts';

export const TODAY = '2026-10-12';

/** Two organizations with one enrolled youth each: whoever belongs to one has no business in the other. */
export interface TwoAgencies {
  readonly world: TestApp;
  readonly ask: ReturnType<typeof requestsTo>;
  readonly csa: Seated;
  readonly supervisor: Seated;
  readonly careManager: Seated;
  readonly theirSupervisor: Seated;
  readonly theirCareManager: Seated;
  readonly ours: string;
  readonly theirs: string;
}

export async function twoAgencies(): Promise<TwoAgencies> {
  const world = await testApp(`${TODAY}T18:20:00Z`);
  const seat = (name: string, capacity: Parameters<typeof addSeat>[1]['capacity'], agency: number) =>
    addSeat(world.pools.owner, { name, capacity, agency });
  const csa = await seat('Noor Haddad', 'csa-coordinator', 100);
  const supervisor = await seat('Dana Whitfield', 'supervisor', 15);
  const careManager = await seat('Ruth Osei', 'care-manager', 15);
  const theirSupervisor = await seat('Marisol Vega', 'supervisor', 1);
  const theirCareManager = await seat('Lee Park', 'care-manager', 1);
  const on = TODAY;
  const ours = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on });
  const theirs = await enrolYouth(world.app, {
    ...{ csa, on, agency: 1 },
    supervisor: theirSupervisor,
    careManager: theirCareManager,
  });
  const ask = requestsTo(world.app);
  return { world, ask, csa, supervisor, careManager, theirSupervisor, theirCareManager, ours, theirs };
}
