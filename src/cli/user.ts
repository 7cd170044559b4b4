import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { addAtCommandLine, hashPassword } from '#modules/access/index.ts';
import { CAPACITIES } from '#modules/access/model.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { ensureDirectory } from '../first-start.ts';
import { openDatabase } from '../open-database.ts';
import { Stop } from './stop.ts';
import { config, say, sayJson, terminalLog } from './terminal.ts';
import { wholeNumber } from './whole-number.ts';

interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly capacity: string;
  readonly agency: string;
  readonly json?: boolean;
}

export function addUserCommands(program: Command): void {
  program
    .command('user')
    .description('People who can sign in.')
    .command('add')
    .description(
      'Add a person with a seat; their first password is printed once. How an installation gets its first administrator.',
    )
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--capacity <capacity>', CAPACITIES.join(', '))
    .requiredOption('--agency <number>', 'the agency’s number in the directory')
    .option('--json', 'as JSON')
    .action(addUser);
}

async function addUser({ name, email, capacity, agency, json }: NewUser): Promise<void> {
  const known = CAPACITIES.find((one) => one === capacity);
  if (!known) throw new Stop(`There is no capacity ${capacity}.`, 2);
  const at = wholeNumber(agency);
  const { pools, close } = await openDatabase(config(), terminalLog(true));
  try {
    await ensureDirectory(pools.owner);
    const password = randomBytes(15).toString('base64url');
    const passwordHash = await hashPassword(password);
    const asked = { name, email, capacity: known, agency: at, passwordHash };
    const added = await addAtCommandLine(pools.owner, asked).catch((error: unknown) => {
      throw inWords(error, { capacity, agency });
    });
    if (json) return sayJson({ ...added, password });
    say(`Added. First password, shown only now: ${password}`);
  } finally {
    await close();
  }
}

/** Which option was wrong, and why. */
function inWords(error: unknown, { capacity, agency }: { capacity: string; agency: string }): unknown {
  const problem = error instanceof Refusal ? error.problems[0] : undefined;
  if (!problem) return error;
  const sentences: Readonly<Record<string, string>> = {
    'name invalid': 'A name is needed, of 120 characters at most.',
    'email invalid': 'That is no mail address.',
    'email already-in-use': 'Somebody has that mail address already; give them a further seat in People and seats.',
    'agency unknown': `There is no agency ${agency}.`,
    'capacity not-in-this-agency': `Agency ${agency} has no seats of the capacity ${capacity}.`,
  };
  const sentence = sentences[`${problem.field} ${problem.code}`];
  return sentence ? new Stop(sentence, 2) : error;
}
