import { Command } from 'commander';
import { version } from '../version.ts';
import { addAuditCommands } from './audit.ts';
import { addBackupCommands } from './backup.ts';
import { addClientCommands } from './client.ts';
import { addDoctor } from './doctor.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addPolicyCommands } from './policy.ts';
import { addSeed } from './seed.ts';
import { addServe } from './serve.ts';
import { addUserCommands } from './user.ts';

/** The command line with every command on it. It throws instead of ending the process. */
export function kinfoldProgram(): Command {
  const program = new Command('kinfold')
    .description('Kinfold: care coordination for young people, their families and the teams around them.')
    .version(version)
    .showHelpAfterError('(kinfold --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 it did not work, 2 the call was wrong, 3 something was found that needs a look.',
    )
    .exitOverride();
  addServe(program);
  addMigrate(program);
  addSeed(program);
  addImport(program);
  addPolicyCommands(program);
  addBackupCommands(program);
  addAuditCommands(program);
  addDoctor(program);
  addUserCommands(program);
  addClientCommands(program);
  return program;
}
