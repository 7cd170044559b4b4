import type { Command } from 'commander';
import { startKinfold } from '../main.ts';
import { demoWelcome } from './demo-welcome.ts';
import { untilToldToStop } from './signals.ts';
import { config, say, terminalLog } from './terminal.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Run Kinfold: database, jobs, web application and API.')
    .action(async () => {
      const settings = config();
      const kinfold = await startKinfold(settings, terminalLog());
      const told = untilToldToStop();
      const address = settings.PUBLIC_URL ?? kinfold.url.replace('127.0.0.1', 'localhost');
      say(`\nKinfold is ready at ${address}\n`);
      const welcome = await demoWelcome(kinfold.pools.owner, address);
      if (welcome) say(welcome);
      await told;
      await kinfold.stop();
    });
}
