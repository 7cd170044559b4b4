import type pg from 'pg';
import { z } from 'zod';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import type { JobHandler } from '#platform/jobs/handler.ts';
import { idNamed } from '#shared/id-named.ts';
import { ASK_WHETHER_HERE } from './ask-whether-here.ts';
import { likeliestInAgency } from './likeliest-in-agency.ts';

/** A referral its agency recorded itself and still has: gone on to another, whether it is somebody there is not this one's to ask. */
const CHART = statement(
  'referral.chart-to-compare',
  'select programme, holder from kinfold.chart where id = $1 and holder = agency',
);
const OPEN = statement('referral.open-to-compare', 'select kinfold.open_system_command($1, $2, $3)');
const AUDIT = statement('referral.audit-compared', `select kinfold.append_audit('referral.compared', 'done', $1)`);

const jobData = z.object({ chart: z.uuid() });

/**
 * Compares a referral that was recorded by somebody who sees some of their agency's charts only with all of the agency's, as the
 * system, which sees them, and asks about the likeliest. The question is shown to whoever may see both; see `README.md`. That
 * the two were compared is in the trail whatever came of it: an entry only where something was found would tell that.
 */
export function askWhetherHereJob({ owner }: { readonly owner: pg.Pool }): JobHandler {
  return {
    name: ASK_WHETHER_HERE,
    run: async ({ data }) => {
      const { chart } = jobData.parse(data);
      await transaction(owner, (tx) => ask(tx, chart));
    },
  };
}

async function ask(tx: Transaction, chart: string): Promise<void> {
  const { rows } = await tx.query<{ programme: string; holder: number }>(CHART, [chart]);
  const [here] = rows;
  if (!here) return;
  await tx.query(OPEN, [ASK_WHETHER_HERE, here.programme, chart]);
  const found = await likeliestInAgency(tx, chart, here.holder);
  if (found) {
    await addRow(tx, 'review_task', {
      ...{ chart, agency: here.holder, holder: here.holder, programme: here.programme },
      id: idNamed([ASK_WHETHER_HERE, chart, found.chart]),
      code: 'likely-duplicate',
      detail: { field: 'row', ...found },
    });
  }
  await tx.query(AUDIT, [chart]);
}
