import { runCommands } from '#modules/record/bulk-command.ts';
import type { Caller } from '#modules/record/command.ts';
import { refusalFrom } from '#modules/record/refusal.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import { registerReferral } from '../commands/register-referral.ts';
import { usedBefore } from '../import/read-row.ts';
import type { RowOutcome } from '../import/read-rows.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { ImportDeps } from './deps.ts';
import { likelyHere } from './likely-here.ts';
import { outcomeName } from './preview.ts';
import { referralIds } from './referral-ids.ts';

export interface ImportInHand {
  readonly id: string;
  readonly caller: Caller;
  readonly agency: number;
  readonly programme: string;
  readonly source: string;
  readonly fileName: string;
  /** Recorded from what the administrator sent, where the importing agency is not the administrator. */
  readonly recorded: boolean;
  /** Every chart of this file. */
  readonly charts: ReadonlySet<string>;
  /** The charts of numbers that were here before this file. */
  readonly here: ReadonlyMap<string, string>;
  /** Said in the transaction of each group of rows: how many more are done, and how many of them unreadable. */
  readonly step: (db: Transaction, done: number, unreadable: number) => Promise<void>;
}

export type StoredOutcome = ReturnType<typeof outcomeName>;

/**
 * Registers a group of rows in one transaction, each in a chart of its own. When something in the group is refused, its
 * rows are tried one by one, so that one bad row never keeps back a good one.
 */
export async function importRows(
  deps: ImportDeps,
  inHand: ImportInHand,
  group: readonly RowOutcome[],
): Promise<StoredOutcome[]> {
  try {
    return await together(deps, inHand, group);
  } catch (error) {
    const refusal = refusalFrom(error);
    // What says nothing of the row (who asks, or a database too busy) must not be kept as the row's fault.
    if (!refusal || refusal.status >= 500 || [401, 403, 423].includes(refusal.status)) throw error;
    if (group.length > 1) {
      const outcomes: StoredOutcome[] = [];
      for (const one of group) outcomes.push(...(await importRows(deps, inHand, [one])));
      return outcomes;
    }
    const problems = [usedBefore(idOf(group[0]), inHand.source)];
    return together(
      deps,
      inHand,
      group.map((one) => ({ kind: 'unreadable', rowHash: one.rowHash, line: one.line, cells: one.cells, problems })),
    );
  }
}

async function together(
  deps: ImportDeps,
  inHand: ImportInHand,
  group: readonly RowOutcome[],
): Promise<StoredOutcome[]> {
  const { id, agency, programme, source } = inHand;
  const readable = group.filter((one) => one.kind === 'readable');
  const ids = new Map(readable.map((one) => [one, referralIds(agency, source, one.draft.externalId)]));
  const request = { caller: inHand.caller, permission: 'referral.import' as const, event: 'referral.registered' };
  return runCommands(deps, { ...request, charts: [...ids.values()].map(({ chart }) => chart) }, async (bulk) => {
    const here = await likelyHere(
      bulk.db,
      readable.map(({ draft }) => draft),
      inHand.charts,
    );
    const stored: StoredOutcome[] = [];
    for (const one of group) {
      const known = ids.get(one as (typeof readable)[number]);
      const found = one.kind === 'readable' ? here[readable.indexOf(one)] : null;
      const named = one.kind === 'readable' ? one.tasks.map((task) => withChart(inHand, task)) : [];
      const tasks: ReviewTask[] = found ? [...named, found] : named;
      const outcome = one.kind === 'readable' && tasks.length > 0 ? 'with-tasks' : outcomeName(one);
      if (one.kind === 'readable' && known) {
        const document = inHand.recorded ? { document: inHand.fileName } : {};
        await registerReferral(bulk.command(known.chart), {
          ...known,
          draft: one.draft,
          tasks,
          fingerprint: one.rowHash,
          ...document,
        });
      }
      bulk.add('import_row', {
        batch: id,
        row: one.line,
        agency,
        programme,
        outcome,
        problems: one.kind === 'unreadable' ? one.problems : [],
        cells: one.kind === 'unreadable' ? one.cells : null,
        chart: known?.chart ?? chartHere(inHand, one),
      });
      stored.push(outcome);
    }
    // Last of all, since groups of one import wait for each other here.
    bulk.flush();
    await inHand.step(bulk.db, group.length, stored.filter((one) => one === 'unreadable').length);
    return stored;
  });
}

/**
 * A row above that is likely the same youth, by the chart it comes to: a person compares two charts, links them and by that
 * settles the question.
 */
function withChart({ agency, source }: ImportInHand, task: ReviewTask): ReviewTask {
  const above = task.detail?.['externalId'];
  if (task.code !== 'likely-duplicate' || typeof above !== 'string') return task;
  return { ...task, detail: { ...task.detail, chart: referralIds(agency, source, above).chart } };
}

/** Where a row that is left out is already: from before, or from a row above it in the file. */
function chartHere({ agency, source, here }: ImportInHand, one: RowOutcome): string | null {
  if (one.kind !== 'already-here') return null;
  return here.get(one.externalId) ?? referralIds(agency, source, one.externalId).chart;
}

function idOf(one: RowOutcome | undefined): string {
  return one?.kind === 'readable' ? one.draft.externalId : '';
}
