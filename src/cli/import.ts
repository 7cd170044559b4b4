import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { recordEditions } from '#modules/policy-desk/index.ts';
import { SeatPools } from '#modules/record/seat-pools.ts';
import { decodeReferralFile } from '#modules/referral/import/decode-file.ts';
import { USUAL_SOURCE } from '#modules/referral/import/sender.ts';
import { ImportStopped, importReferrals } from '#modules/referral/import-service/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { evaluatorOf } from '../evaluator.ts';
import { factKinds } from '../fact-kinds.ts';
import { openDatabase } from '../open-database.ts';
import { countiesOfZip, countyNames } from '../places.ts';
import { projectFolder } from '../project-folder.ts';
import { endingInOrder } from './signals.ts';
import { Stop } from './stop.ts';
import { config, progress, say, sayJson, seatNamed, terminalLog } from './terminal.ts';

interface ImportOptions {
  readonly as: string;
  readonly source: string;
  readonly json?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Bring in files.')
    .command('referrals')
    .argument('<file>', 'a delimited file; docs/reference/referral-file.md describes it')
    .requiredOption('--as <seat>', 'who imports: a seat’s id, or the e-mail of a person with one seat')
    .option('--source <name>', 'who sent the file, for senders that number alike', USUAL_SOURCE)
    .option('--json', 'as JSON')
    .description(
      'Import referrals. Good rows come in, bad rows are reported; the same file twice changes nothing. Exit code 3 when rows were kept back.',
    )
    .action(importFile);
}

const sayStopped = ({ done, rows }: ImportStopped): string =>
  `Stopped after ${done} of ${rows} rows; they are in. Import the same file again and it goes on where it ended.`;

async function importFile(path: string, { as, source, json }: ImportOptions): Promise<void> {
  const { text } = decodeReferralFile(await readFile(path));
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  const { pools, close } = await openDatabase(config(), terminalLog(true));
  const bar = progress('importing');
  try {
    const { seat } = await seatNamed(pools.owner, as);
    await recordEditions(pools.owner, shelf, systemClock.now());
    const deps = {
      seats: new SeatPools(pools),
      clock: systemClock,
      evaluate: evaluatorOf(shelf),
      counties: countyNames,
      countiesOfZip,
      owner: pools.owner,
    };
    const fileName = basename(path);
    const file = { seat, fileName, text, source };
    const summary = await endingInOrder((told) =>
      importReferrals(deps, file, bar.to, told).catch((error) => {
        throw error instanceof ImportStopped ? new Stop(sayStopped(error), Number(told.reason)) : error;
      }),
    );
    bar.stop();
    if (json) sayJson(summary);
    else for (const [what, count] of Object.entries(summary.counts)) say(`${String(count).padStart(7)}  ${what}`);
    if (Object.entries(summary.counts).some(([what, count]) => what === 'unreadable' && count > 0)) {
      throw new Stop('Some rows could not be read; the screen "Import" has them with their reasons, ready to mend.', 3);
    }
  } finally {
    bar.stop();
    await close();
  }
}
