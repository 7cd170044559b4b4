import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import { visibleFacts } from '#modules/duties/explain.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { editionAt, evaluate, factsKnownAt } from '#modules/policy/index.ts';
import { notFound } from '#modules/record/refusal.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { instantOf } from '#platform/clock/zoned-time.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { readAsKnown } from './contract/as-known.ts';
import { editionsOf } from './editions/edition.ts';
import type { EditionShelf } from './editions/edition-shelf.ts';
import { numbersInTurn } from './numbers-in-turn.ts';
import { presentOutcome } from './present-outcome.ts';
import { overridesOf, type StoredOverride } from './queries.ts';

const HOLDER = statement(
  'policy.chart-holder',
  'select holder, kinfold.scope_categories() as categories, kinfold.duties_kept_back(id) as "keptBack" from kinfold.chart where id = $1',
);

interface Wish {
  readonly chart: string;
  /** The day duties are judged on. */
  readonly on: string;
  /** ISO 8601: only what was recorded by then counts. */
  readonly knownAt: string;
  readonly nowMs: number;
}

interface Rules {
  readonly shelf: PolicyShelf;
  readonly editions: EditionShelf;
}

/**
 * What followed from the facts of a chart that this reader may see, as they were known at an instant, by the edition of the
 * rules in force then and with the agency's own numbers as they were then. Duties of a category the reader may not see are
 * left out. Any other day than today is judged at noon.
 */
export async function asKnown(
  db: Db,
  { shelf, editions }: Rules,
  actor: Actor,
  { chart, on, knownAt, nowMs }: Wish,
): Promise<z.output<typeof readAsKnown.answer>> {
  const pack = shelf.pack(actor.programme);
  const [held, all, overrides, recorded] = await Promise.all([
    db.query<{ holder: number; categories: string[]; keptBack: string[] }>(HOLDER, [chart]),
    visibleFacts(db, chart),
    pack ? overridesOf(db, pack.id) : [],
    pack ? editionsOf(db, pack.id) : [],
  ]);
  const [found] = held.rows;
  if (!pack || !found) throw notFound();
  const then = editionAt(recorded, knownAt);
  if (!then) throw new Error(`no edition of ${pack.id} is recorded: recordEditions() was not called at start`);
  const facts = factsKnownAt(all, knownAt);
  // Numbers of another agency are not this reader's to see; a chart elsewhere is shown with the defaults.
  const own = found.holder === actor.agency ? setBy(overrides, knownAt) : [];
  const numbers = numbersInTurn(own, dayInZone(Date.parse(knownAt), actor.zone), actor.zone);
  const outcome = evaluate(await editions.compiled(db, actor.programme, then.edition, numbers), facts);
  const noon = instantOf({ day: on, hour: '12:00' }, actor.zone) ?? knownAt;
  const at = on === actor.today ? new Date(nowMs).toISOString() : noon;
  return {
    on,
    knownAt,
    edition: { recordedAt: then.edition.recordedAt, early: then.early, newest: then.edition === recorded.at(-1) },
    factsSince: all.length - facts.length,
    ...presentOutcome(outcome, facts, { on, at, categories: found.categories, keptBack: found.keptBack }),
  };
}

/** What was set by an instant, and not yet ended then. */
function setBy(overrides: readonly StoredOverride[], knownAt: string): StoredOverride[] {
  const known = Date.parse(knownAt);
  return overrides
    .filter(({ recordedAt }) => Date.parse(recordedAt) <= known)
    .map((one) => (one.endedAt !== null && Date.parse(one.endedAt) > known ? { ...one, endedAt: null } : one));
}
