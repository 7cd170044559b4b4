import type { Fact, Programme } from '#modules/facts/model.ts';
import type { Compiled } from '#modules/policy/compile/compiled.ts';
import { type Duty, dutyKey, type Pattern, type StoredPattern } from '#modules/policy/duty.ts';
import { judged } from '#modules/policy/evaluate/evaluate.ts';
import { metPeriods } from '#modules/policy/periods.ts';
import type { ChartSummary, DutyRow, Evaluate } from '#modules/record/evaluation.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { numbersOn } from './numbers-on.ts';
import type { PolicyShelf } from './policy-shelf.ts';
import { toldOf } from './told-duty.ts';

/** What the slices above make of the same facts, for lists and headers. */
export type Summarize = (facts: readonly Fact[]) => Omit<ChartSummary, 'evaluatedWith'>;

/** The engine as commands use it: the programme's pack over all facts of a chart, as rows to store. */
export function chartEvaluator(shelf: PolicyShelf, summarize: Summarize): Evaluate {
  return (programme: Programme, holder: number, facts: readonly Fact[]) => {
    const compiled = shelf.compiled(programme, holder);
    const { stage, since } = summarize(facts);
    const found = compiled ? judged(compiled, facts) : [];
    return {
      duties: found.map((one) => dutyRow(one.duty, compiled && numbersOn(compiled, one))),
      told: toldOf(found.map(({ duty }) => duty)),
      summary: {
        stage,
        since,
        evaluatedWith: compiled ? compiledName(compiled) : `no pack for ${programme}`,
      },
    };
  };
}

/** Put in its place when the program is built: a hash of everything that decides what is owed (`scripts/engine-version.mjs`). */
declare const KINFOLD_ENGINE: string | undefined;
/** The version of the engine. Run from its source, as in tests, it has none. */
export const ENGINE = typeof KINFOLD_ENGINE === 'string' ? KINFOLD_ENGINE : 'source';

const names = new WeakMap<Compiled, string>();

/** What a chart's `evaluated_with` says when this engine made its duties by this pack with these numbers and calendars. */
export function compiledName(compiled: Compiled): string {
  const known = names.get(compiled);
  if (known !== undefined) return known;
  const { pack, hashes } = compiled;
  const name = `${pack.id} ${pack.version} ${hashes.pack.slice(0, 12)}/${hashes.parameters.slice(0, 12)}/${hashes.calendars.slice(0, 12)}/${ENGINE}`;
  names.set(compiled, name);
  return name;
}

/** A duty as the table holds it, with a day of the numbers that judged it unless those are the first there were. */
export function dutyRow(duty: Duty, numbersOn: string | null = null): DutyRow {
  const row = {
    key: dutyKey(duty),
    rule: duty.rule,
    clause: duty.clause,
    root: duty.root,
    item: duty.item,
    owes: duty.owes.join(','),
    owing: duty.party,
    force: duty.force,
    state: duty.state,
    due: isoDay(duty.due),
    dueAt: duty.dueAt,
    lateAfter: isoDay(duty.lateAfter),
    lateAfterAt: duty.lateAfterAt,
    until: duty.until === null ? null : isoDay(duty.until),
    metOn: duty.metOn === null ? null : isoDay(duty.metOn),
    category: duty.category,
    openParts: duty.openParts,
    pausedFrom: duty.pausedFrom === null ? null : isoDay(duty.pausedFrom),
    because: duty.because,
    pattern: duty.pattern === null ? null : storedPattern(duty.pattern),
  };
  return numbersOn === null ? row : { ...row, numbersOn };
}

function storedPattern(pattern: Pattern): StoredPattern {
  return { ...pattern, met: metPeriods(pattern) };
}
