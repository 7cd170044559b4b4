import type { Command } from 'commander';
import { loadDemo } from '../demo.ts';
import { openDatabase } from '../main.ts';
import { demoWelcome } from './demo-welcome.ts';
import { Stop } from './stop.ts';
import { config, say, terminalLog } from './terminal.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Load the demo world into an empty database.')
    .action(async () => {
      const settings = config();
      const { pools, close } = await openDatabase(settings, terminalLog());
      try {
        if (!(await loadDemo(pools.owner)))
          throw new Stop('The database already holds charts; the demo is only loaded into an empty one.');
        const welcome = await demoWelcome(pools.owner, settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`);
        if (welcome) say(welcome);
      } finally {
        await close();
      }
    });
}
