import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import { visibleFacts } from '#modules/duties/explain.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import {
  currentPeriod,
  type Duty,
  dutyKey,
  evaluate,
  factsKnownAt,
  missedSince,
  standingOf,
} from '#modules/policy/index.ts';
import { notFound } from '#modules/record/refusal.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import type { readAsKnown } from './contract.ts';
import { countingOn, overridesOf } from './queries.ts';

const HOLDER = statement(
  'policy.chart-holder',
  'select holder, kinfold.scope_categories() as categories from kinfold.chart where id = $1',
);

interface Wish {
  readonly chart: string;
  /** The day duties are judged on. */
  readonly on: string;
  /** ISO 8601: only what was recorded by then counts. */
  readonly knownAt: string;
  readonly nowMs: number;
}

/**
 * What followed from the facts of a chart that this reader may see, as they were known at an instant, with the agency's
 * own numbers as they were then. Duties of a category the reader may not see are left out. A past day is judged at noon.
 */
export async function asKnown(
  db: Db,
  shelf: PolicyShelf,
  actor: Actor,
  wish: Wish,
): Promise<z.output<typeof readAsKnown.answer>> {
  const pack = shelf.pack(actor.programme);
  const [held, all, overrides] = await Promise.all([
    db.query<{ holder: number; categories: string[] }>(HOLDER, [wish.chart]),
    visibleFacts(db, wish.chart),
    pack ? overridesOf(db, pack.id) : [],
  ]);
  const chart = held.rows[0];
  if (!pack || !chart) throw notFound();
  const facts = factsKnownAt(all, wish.knownAt);
  // Numbers of another agency are not this reader's to see; a chart elsewhere is shown with the defaults.
  const own =
    chart.holder === actor.agency ? countingOn(overrides, dayThere(wish.knownAt, actor), wish.knownAt) : new Map();
  const outcome = evaluate(
    shelf.compileWith(pack, Object.fromEntries([...own].map(([key, { value }]) => [key, value]))),
    facts,
  );
  // Counted anew among what this reader sees: the facts' own numbers would show where something is hidden.
  const numbers = new Map(facts.map(({ seq }, index) => [seq, index + 1]));
  const today = day(wish.on);
  const instant = wish.on === actor.today ? new Date(wish.nowMs).toISOString() : `${wish.on}T16:00:00Z`;
  return {
    on: wish.on,
    knownAt: wish.knownAt,
    pack: outcome.pack,
    version: outcome.version,
    hashes: outcome.hashes,
    facts: facts.map(({ seq, kind, on, at, recordedAt, supersedes, withdraws }) => ({
      no: numbers.get(seq) ?? 0,
      kind,
      on,
      at: at ?? null,
      recordedAt,
      supersedes: supersedes === undefined ? null : (numbers.get(supersedes) ?? null),
      withdraws: withdraws ?? false,
    })),
    factsSince: all.length - facts.length,
    duties: outcome.duties
      .filter(({ category }) => chart.categories.includes(category))
      .map((duty) => ({
        key: dutyKey(duty),
        rule: duty.rule,
        clause: duty.clause,
        cite: duty.cite,
        title: duty.title,
        state: duty.state,
        because: duty.because,
        ...periodOn(duty, today),
        until: dayText(duty.until),
        metOn: dayText(duty.metOn),
        standing: standingOf(duty, instant, today),
        force: duty.force,
        metBy: duty.metBy.flatMap((seq) => numbers.get(seq) ?? []),
      })),
    changePoints: outcome.changePoints.map(({ term, cite, title, from, to }) => ({
      term,
      cite,
      title,
      from: isoDay(from),
      to: dayText(to),
    })),
    coverages: [...outcome.coverages],
  };
}

/** The day at the agency's at an instant. */
const dayThere = (instant: string, { zone }: Actor): string => isoDay(dayInZone(Date.parse(instant), zone));

/** Of a duty of each period the one the day lies in, and how many before it were missed; of any other its own day. */
function periodOn(duty: Duty, today: CalendarDay) {
  const current = currentPeriod(duty, today);
  return {
    period: current?.label ?? duty.item,
    due: isoDay(current?.due ?? duty.due),
    lateAfter: isoDay(current?.due ?? duty.lateAfter),
    missed: missedSince(duty, duty.due, today),
  };
}

const dayText = (value: CalendarDay | null): string | null => (value === null ? null : isoDay(value));
