import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommands } from './bulk-command.ts';
import { tokenHash } from './testing/request-connection.ts';
import { type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';

let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

test('a command among many knows what its actor may see, as one alone does', async () => {
  const caller = { seat: at.supervisor.seat, tokenHash: tokenHash(at.supervisor) };
  const request = { caller, permission: 'caseload.assign', event: 'caseload.assigned', charts: [at.ours] } as const;
  const sees = await runCommands(at.world.routes, request, async (bulk) => {
    const command = bulk.command(at.ours);
    return ['general', 'mental-health', 'substance-use', 'counseling-notes'].filter((one) => command.maySee(one));
  });
  expect(sees).toEqual(['general', 'mental-health']);
});
