import { compiledName } from '#modules/duties/evaluate-chart.ts';
import type { Programme } from '#modules/facts/model.ts';
import { readHistory } from '#modules/record/agency-history.ts';
import { difference } from '#modules/record/evaluation.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { ReEvaluateDeps } from './re-evaluate.ts';

// Read by the owner, like the ids of stale charts: what an agency agreed with others is about nobody.
const STALE = statement(
  'policy.stale-histories',
  `select id, kinfold.agency_known(id) as known from kinfold.agency_subject where agency = $1 and evaluated_with is distinct from $2 order by id`,
);
const STORE = statement(
  'policy.store-history',
  'select kinfold.store_agency_evaluation($1, $2, $3, $4::jsonb, $5::text[], $6)',
);

/** Evaluates an agency's own histories (agreements) again that other rules or numbers made; answers how many duties changed. */
export async function reEvaluateHistories(
  { owner, engine, shelf, evaluate }: ReEvaluateDeps,
  programme: Programme,
  agency: number,
): Promise<number> {
  const compiled = shelf.compiled(programme, agency);
  if (!compiled) return 0;
  const made = compiledName(compiled);
  const { rows } = await onPool(owner).query<{ id: string; known: unknown }>(STALE, [agency, made]);
  let changed = 0;
  for (const { id, known } of rows) {
    const { facts, duties } = readHistory(known);
    const { upsert, gone } = difference(duties, evaluate(programme, agency, facts).duties);
    const values = [programme, id, facts.at(-1)?.seq ?? 0, JSON.stringify(upsert), gone, made];
    await onPool(engine).query(STORE, values);
    changed += upsert.length + gone.length;
  }
  return changed;
}
