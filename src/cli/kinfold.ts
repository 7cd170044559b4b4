import { CommanderError } from 'commander';
import { putInOrder } from '../before-the-end.ts';
import { kinfoldProgram } from './program.ts';
import { heedSignals, isCutOff } from './signals.ts';
import { Stop, sentenceOf } from './stop.ts';

// Whoever reads our output may stop reading: `kinfold policy list | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  void putInOrder().finally(() => process.exit(0));
});

heedSignals();
const program = kinfoldProgram();

try {
  await program.parseAsync();
} catch (error) {
  // Help and the version are asked for; everything else Commander throws is a wrong call.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (!isCutOff()) {
    process.stderr.write(`kinfold: ${sentenceOf(error)}\n`);
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
  }
}
