import { randomBytes, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { createPerson, hashPassword } from '#modules/access/index.ts';
import { CAPACITIES } from '#modules/access/model.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { isoDay } from '#shared/calendar-day.ts';
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
  if (!CAPACITIES.some((known) => known === capacity)) throw new Stop(`There is no capacity ${capacity}.`, 2);
  const at = wholeNumber(agency);
  const { pools, close } = await openDatabase(config(), terminalLog(true));
  try {
    await ensureDirectory(pools.owner);
    const db = onPool(pools.owner);
    const found = await db.query<{ zone: string }>(plain('select zone from kinfold.agency where id = $1'), [at]);
    const zone = found.rows[0]?.zone;
    if (!zone) throw new Stop(`There is no agency ${agency}.`, 2);
    const password = randomBytes(15).toString('base64url');
    const [person, seat] = [randomUUID(), randomUUID()];
    await createPerson(db, {
      id: person,
      name,
      email,
      passwordHash: await hashPassword(password),
      seats: [{ id: seat, capacity, agency: at, from: isoDay(dayInZone(systemClock.now(), zone)) }],
    });
    if (json) return sayJson({ person, seat, password });
    say(`Added. First password, shown only now: ${password}`);
  } finally {
    await close();
  }
}
