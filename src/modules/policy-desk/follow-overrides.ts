import type pg from 'pg';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Overrides } from '#modules/policy/index.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { Log } from '#platform/log/log.ts';
import { type InForce, overridesInForce } from './overrides-in-force.ts';
import { RE_EVALUATE_JOB } from './re-evaluate-job.ts';

const ASK = statement(
  'policy.ask-re-evaluation',
  `insert into kinfold.job_request (name, data) select $1, jsonb_build_object('agency', a) from unnest($2::integer[]) a`,
);

/** Asks for charts to be evaluated again whose rules or numbers are not those in force: of one agency, or of all. */
export async function askReEvaluation(pool: pg.Pool, agency: number | null): Promise<void> {
  await onPool(pool).query(ASK, [RE_EVALUATE_JOB, [agency]]);
}

export interface FollowedOverrides {
  /** Reads the numbers in force now, and takes them up if they changed. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Keeps this process's policy in step with the numbers agencies set, whichever process they were set through, and with
 * the day they begin or end on. Whoever sees a change asks for the agency's charts to be evaluated again, so that charts
 * another process touched meanwhile with the old numbers are found too. Reading every few seconds costs one small query.
 */
export function followOverrides(deps: {
  owner: pg.Pool;
  shelf: PolicyShelf;
  log: Log;
  everyMs?: number;
}): FollowedOverrides {
  const owner = onPool(deps.owner);
  let known = '{}';
  const refresh = async () => {
    const found = await overridesInForce(owner, deps.shelf);
    const text = asText(found);
    if (text === known) return;
    const changed = changedAgencies(JSON.parse(known), JSON.parse(text));
    deps.shelf.override(found);
    await owner.query(ASK, [RE_EVALUATE_JOB, changed]);
    known = text;
  };
  const timer = setInterval(() => {
    refresh().catch((error: unknown) => deps.log.warn('overrides not read', { error }));
  }, deps.everyMs ?? 3_000);
  timer.unref();
  return { refresh, stop: () => clearInterval(timer) };
}

/** The same text for the same numbers. */
function asText(found: InForce): string {
  const inOrder = (own: Overrides) => Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sorted = [...found]
    .sort(([a], [b]) => a - b)
    .filter(([, { now, earlier }]) => Object.keys(now).length > 0 || earlier.length > 0)
    .map(([agency, { now, earlier }]) => [
      agency,
      [inOrder(now), ...earlier.map(({ until, parameters }) => [until, inOrder(parameters)])],
    ]);
  return JSON.stringify(Object.fromEntries(sorted));
}

function changedAgencies(before: Record<string, unknown>, after: Record<string, unknown>): number[] {
  const agencies = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...agencies].filter((agency) => JSON.stringify(before[agency]) !== JSON.stringify(after[agency])).map(Number);
}
