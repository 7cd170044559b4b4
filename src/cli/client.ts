import type { Command } from 'commander';
import { addFhirClient, listFhirClients, revokeFhirClient } from '#modules/fhir/index.ts';
import { openDatabase, openToLook } from '../open-database.ts';
import { Stop } from './stop.ts';
import { config, say, sayJson, seatNamed, terminalLog } from './terminal.ts';

interface NewClient {
  readonly name: string;
  readonly as: string;
  readonly json?: boolean;
}

export function addClientCommands(program: Command): void {
  const client = program
    .command('client')
    .description(
      'Programs of partners that send referrals as FHIR; docs/reference/fhir-referral.md describes what they send.',
    );
  client
    .command('add')
    .description('Give a program credentials; its secret is printed once and kept only as a hash.')
    .requiredOption('--name <name>', 'whose program it is, such as the hospital')
    .requiredOption('--as <seat>', 'the seat it acts in: the seat’s id, or the e-mail of a person with one seat')
    .option('--json', 'as JSON')
    .action(add);
  client
    .command('list')
    .description('List the programs that have or had credentials.')
    .option('--json', 'as JSON')
    .action(list);
  client
    .command('revoke')
    .argument('<id>', 'the program’s id, as list shows it')
    .description('Take credentials back, at once. Exit code 3 when there are none of that id.')
    .option('--json', 'as JSON')
    .action(revoke);
}

async function add({ name, as, json }: NewClient): Promise<void> {
  const { pools, close } = await openDatabase(config(), terminalLog(true));
  try {
    const { seat } = await seatNamed(pools.owner, as);
    const made = await addFhirClient(pools.owner, { name, seat });
    if (json) return sayJson({ ...made, name, seat });
    say(`Client id      ${made.clientId}`);
    say(`Client secret  ${made.clientSecret}`);
    say('The secret is shown only now.');
  } finally {
    await close();
  }
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const { pools, close } = await openToLook(config(), terminalLog(true));
  try {
    const clients = await listFhirClients(pools.owner);
    if (json) return sayJson(clients);
    if (clients.length === 0) say('No program has credentials.');
    for (const { id, name, agency, since, revokedAt } of clients)
      say(
        `${id}  ${(revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : `since ${since.slice(0, 10)}`).padEnd(18)}  ${name}, ${agency}`,
      );
  } finally {
    await close();
  }
}

async function revoke(id: string, { json }: { json?: boolean }): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Stop('A program is named by its id; kinfold client list shows it.', 2);
  const { pools, close } = await openDatabase(config(), terminalLog(true));
  try {
    const revoked = await revokeFhirClient(pools.owner, id);
    if (json) sayJson({ id, revoked });
    if (!revoked) throw new Stop('No program with credentials has that id.', 3);
    if (!json) say('Taken back. Its tokens no longer open anything.');
  } finally {
    await close();
  }
}
