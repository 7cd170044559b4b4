import type { Command } from 'commander';
import { openDatabase } from '../open-database.ts';
import { config, say, sayJson, terminalLog } from './terminal.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to this program’s schema and stop.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { migrated, close } = await openDatabase(config(), terminalLog(json));
      await close();
      if (json) sayJson(migrated);
      else say('The database is up to date.');
    });
}
