import { join } from 'node:path';
import type { Command } from 'commander';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { loadDemo } from '../demo.ts';
import { evaluatorOf } from '../evaluator.ts';
import { factKinds } from '../fact-kinds.ts';
import { ensureDirectory } from '../first-start.ts';
import { openDatabase } from '../main.ts';
import { projectFolder } from '../project-folder.ts';
import { demoWelcome } from './demo-welcome.ts';
import { Stop } from './stop.ts';
import { config, say, terminalLog } from './terminal.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Load the demo world into an empty database.')
    .action(async () => {
      const settings = config();
      const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
      const { pools, close } = await openDatabase(settings, terminalLog());
      try {
        await ensureDirectory(pools.owner);
        if (!(await loadDemo(pools.owner, { evaluate: evaluatorOf(shelf), clock: systemClock })))
          throw new Stop('The database already holds charts; the demo is only loaded into an empty one.');
        const welcome = await demoWelcome(pools.owner, settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`);
        if (welcome) say(welcome);
      } finally {
        await close();
      }
    });
}
