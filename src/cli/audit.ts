import type { Command } from 'commander';
import { writtenHere } from '#modules/audit/seal/era.ts';
import { type AuditProblem, verifyAudit } from '#modules/audit/seal/verify.ts';
import { headsFileOf } from '../main.ts';
import { openToLook } from '../open-database.ts';
import { Stop } from './stop.ts';
import { config, progress, say, sayJson, terminalLog } from './terminal.ts';

/** What each finding means, for whoever has to do something about it. */
const SAYS: Readonly<Record<AuditProblem['code'], string>> = {
  'row-changed': 'a row is not what it was when it was written',
  'rows-missing': 'rows that were sealed are gone',
  'rows-added': 'rows were put among sealed ones',
  'root-differs': 'the rows are not the ones that were sealed',
  'chain-broken': 'a seal does not hang on the one before it',
  'range-gap': 'there is a gap between two seals',
  'row-outside': 'a row stands where no seal will ever reach',
  'redaction-unknown': 'a row is marked redacted and no two people redacted it',
  'heads-missing': 'the file outside the database lacks a head',
  'heads-differ': 'the file outside the database has another head',
  'seals-lost': 'the file outside the database has a seal that the database does not have',
  'heads-unreadable': 'a line of the file outside the database cannot be read',
};

export function addAuditCommands(program: Command): void {
  program
    .command('audit')
    .description('The audit trail.')
    .command('verify')
    .description(
      'Work every seal out again and compare the heads with the file outside the database. Exit code 3 when something was changed.',
    )
    .option('--heads <file>', 'the heads file; default: the one the settings name, or the embedded database’s own')
    .option('--json', 'as JSON')
    .action(verify);
}

async function verify({ heads, json }: { heads?: string; json?: boolean }): Promise<void> {
  const settings = config();
  const { database, pools, close } = await openToLook(settings, terminalLog(true));
  const bar = progress('verifying');
  try {
    // A restored copy has no heads of its own before it is started; those of its former place can be named.
    const here = heads !== undefined || (await writtenHere(pools.owner));
    const headsFile = here ? (heads ?? headsFileOf(settings, database)) : null;
    const found = await verifyAudit(pools.owner, headsFile, bar.to);
    bar.stop();
    if (json) sayJson({ ...found, headsFile });
    else tell(found, headsFile, here);
    if (!found.ok) throw new Stop('The audit trail is not as it was written.', 3);
  } finally {
    bar.stop();
    await close();
  }
}

function tell(found: Awaited<ReturnType<typeof verifyAudit>>, headsFile: string | null, here: boolean): void {
  for (const { code, seal, event, era } of found.problems) {
    const where = [seal && `seal ${seal}`, event && `row ${event}`, era && `era ${era}`].filter(Boolean).join(', ');
    say(`wrong  ${where === '' ? '' : `${where}: `}${SAYS[code]}`);
  }
  for (const { from, to, beforeEra } of found.lost)
    say(
      `note   seals ${from} to ${to} were lost when the database was restored (era ${beforeEra}); somebody should know of it`,
    );
  say(`${found.seals} seals over ${found.events} rows; ${found.unsealed} rows not sealed yet.`);
  if (!here)
    say('Restored here and not started since, so compared with no heads; --heads names those of its former place.');
  else
    say(headsFile ? `Compared with ${headsFile}.` : 'No heads are kept outside the database; set KINFOLD_AUDIT_HEADS.');
}
