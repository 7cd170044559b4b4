import { Command, CommanderError } from 'commander';
import { addBackupCommands } from './backup.ts';
import { addDoctor } from './doctor.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addPolicyCommands } from './policy.ts';
import { addSeed } from './seed.ts';
import { addServe } from './serve.ts';
import { Stop, sentenceOf } from './stop.ts';
import { addUserCommands } from './user.ts';

// Whoever reads our output may stop reading: `kinfold policy list | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const program = new Command('kinfold')
  .description('Kinfold: care coordination for young people, their families and the teams around them.')
  .showHelpAfterError('(kinfold --help lists the commands)')
  .exitOverride();

addServe(program);
addMigrate(program);
addSeed(program);
addImport(program);
addPolicyCommands(program);
addBackupCommands(program);
addDoctor(program);
addUserCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`kinfold: ${sentenceOf(error)}\n`);
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
  }
}
