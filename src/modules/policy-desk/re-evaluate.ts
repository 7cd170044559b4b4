import type pg from 'pg';
import { z } from 'zod';
import { compiledName } from '#modules/duties/evaluate-chart.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { PROGRAMMES, type Programme } from '#modules/facts/model.ts';
import { factsOf, type Known, knownDutyOf } from '#modules/record/charted.ts';
import { difference, type Evaluate } from '#modules/record/evaluation.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { inTurns } from './in-turns.ts';
import { reEvaluateHistories } from './re-evaluate-histories.ts';

const AGENCIES = statement(
  'policy.agencies',
  `select id, programme from kinfold.agency where $1::integer is null or id = $1 order by id`,
);
// Read by the owner: ids only. The charts themselves are opened under the system actor's scope.
const STALE = statement(
  'policy.stale-charts',
  `select id from kinfold.chart where holder = $1 and evaluated_with is distinct from $2 and id > $3::uuid order by id limit $4`,
);
const OPEN = statement('policy.open-many', 'select kinfold.open_system_commands($1, $2, $3) as opened');
const STORE = statement('policy.store-many', 'select kinfold.store_evaluations($1::jsonb)');

const openedSchema = z.object({
  charts: z.array(
    z.object({
      chart: z.object({ id: z.string(), holder: z.number() }),
      known: z.custom<Known>((value) => value !== null && typeof value === 'object'),
    }),
  ),
});

/** Charts evaluated in one transaction: their locks are held for a fraction of a second, and nobody's screen waits longer. */
const GROUP = 50;
/** Charts judged before whatever else this process does has its turn: two or three milliseconds. */
const JUDGED_AT_ONCE = 8;
/** Organizations worked on at once: one group is judged while the database writes the other. */
const LANES = 2;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface ReEvaluateDeps {
  readonly owner: pg.Pool;
  readonly engine: pg.Pool;
  readonly shelf: PolicyShelf;
  readonly evaluate: Evaluate;
}

export interface ReEvaluated {
  readonly charts: number;
  /** Duties written or removed. */
  readonly duties: number;
}

/**
 * Evaluates every chart and every history of an agency's own again whose duties were made by other rules or numbers than
 * those in force: of one agency, or of all. Doing it twice changes nothing. `between` is asked between groups and may throw
 * to stop.
 */
export async function reEvaluate(
  deps: ReEvaluateDeps,
  agency: number | null,
  between: () => void,
): Promise<ReEvaluated> {
  const { rows: agencies } = await onPool(deps.owner).query<{ id: number; programme: string }>(AGENCIES, [agency]);
  const total = { charts: 0, duties: 0 };
  let failure: { readonly error: unknown } | null = null;
  // What stops one lane stops the other, at the next group.
  const goOn = (): void => {
    if (failure) throw failure.error;
    between();
  };
  const lane = async (): Promise<void> => {
    try {
      for (let next = agencies.shift(); next; next = agencies.shift()) {
        await reEvaluateAgency(deps, next, total, goOn);
      }
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return total;
}

async function reEvaluateAgency(
  deps: ReEvaluateDeps,
  { id, programme: named }: { readonly id: number; readonly programme: string },
  total: { charts: number; duties: number },
  between: () => void,
): Promise<void> {
  const programme = PROGRAMMES.find((one) => one === named);
  const compiled = programme ? deps.shelf.compiled(programme, id) : null;
  if (!programme || !compiled) return;
  total.duties += await reEvaluateHistories(deps, programme, id);
  let after = FIRST;
  for (;;) {
    between();
    const stale = [id, compiledName(compiled), after, GROUP];
    const ids = (await onPool(deps.owner).query<{ id: string }>(STALE, stale)).rows.map((row) => row.id);
    const last = ids.at(-1);
    if (!last) return;
    after = last;
    total.duties += await reEvaluateGroup(deps, programme, ids);
    total.charts += ids.length;
  }
}

async function reEvaluateGroup(deps: ReEvaluateDeps, programme: Programme, charts: readonly string[]): Promise<number> {
  return transaction(deps.engine, async (tx) => {
    const { rows } = await tx.query<{ opened: unknown }>(OPEN, ['re-evaluation', programme, charts]);
    const { charts: opened } = openedSchema.parse(rows[0]?.opened);
    const results = await inTurns(opened, JUDGED_AT_ONCE, ({ chart, known }) => {
      const { duties, summary } = deps.evaluate(programme, chart.holder, factsOf(known));
      return { chart: chart.id, ...difference(known.duties.map(knownDutyOf), duties), stage: summary };
    });
    await tx.last(STORE, [JSON.stringify(results)]);
    return results.reduce((sum, { upsert, gone }) => sum + upsert.length + gone.length, 0);
  });
}
