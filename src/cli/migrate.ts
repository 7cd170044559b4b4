import type { Command } from 'commander';
import { openDatabase } from '../main.ts';
import { config, say, terminalLog } from './terminal.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to this program’s schema and stop.')
    .action(async () => {
      const { close } = await openDatabase(config(), terminalLog());
      await close();
      say('The database is up to date.');
    });
}
