import { join } from 'node:path';
import type { Command } from 'commander';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { loadDemo } from '../demo.ts';
import { evaluatorOf } from '../evaluator.ts';
import { factKinds } from '../fact-kinds.ts';
import { ensureDirectory } from '../first-start.ts';
import { openDatabase } from '../open-database.ts';
import { projectFolder } from '../project-folder.ts';
import { demoPeople, demoWelcome } from './demo-welcome.ts';
import { Stop } from './stop.ts';
import { config, progress, say, sayJson, terminalLog } from './terminal.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Load the demo world into an empty database.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = config();
      const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
      const { pools, close } = await openDatabase(settings, terminalLog(json));
      const bar = progress('loading the demo');
      try {
        await ensureDirectory(pools.owner);
        const tools = { evaluate: evaluatorOf(shelf), shelf, clock: systemClock, progress: bar.to };
        const loaded = await loadDemo(pools.owner, tools);
        bar.stop();
        if (!loaded) throw new Stop('The database already holds charts; the demo is only loaded into an empty one.');
        const address = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
        if (json) return sayJson(await demoPeople(pools.owner));
        say((await demoWelcome(pools.owner, address)) ?? '');
      } finally {
        bar.stop();
        await close();
      }
    });
}
