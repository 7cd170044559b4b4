import type { Fact, FactKind } from '#modules/facts/model.ts';
import { fail, type Result } from '#shared/result.ts';
import { type Compiled, compile, type Overrides } from './compile/compiled.ts';
import { evaluate, type Outcome } from './evaluate/evaluate.ts';
import type { LoadedCalendar } from './load/load-calendar.ts';
import type { Pack, PackProblem } from './model.ts';

/** Something with the instant at which Kinfold learnt it. */
export interface Recorded<T> {
  readonly recordedAt: string;
  readonly value: T;
}

/** Everything an outcome ever rested on, as it was recorded over time. */
export interface History {
  readonly packs: readonly Recorded<Pack>[];
  readonly overrides: readonly Recorded<Overrides>[];
  readonly calendars: readonly Recorded<LoadedCalendar>[];
  readonly factKinds: readonly FactKind[];
  readonly sha256: (text: string) => string;
}

/** The pack as it was known at an instant: the last version, numbers and calendars recorded by then. */
export function compileAsKnown(history: History, knownAt: string): Result<Compiled, readonly PackProblem[]> {
  const pack = lastBy(history.packs, knownAt);
  if (pack === null) return fail([{ file: 'history', line: 1, reason: `no pack was recorded by ${knownAt}` }]);
  const calendars = [...new Set(history.calendars.map((one) => one.value.id))].flatMap(
    (id) =>
      lastBy(
        history.calendars.filter((one) => one.value.id === id),
        knownAt,
      ) ?? [],
  );
  const parameters = lastBy(history.overrides, knownAt) ?? {};
  return compile(pack, { factKinds: history.factKinds, calendars, parameters, sha256: history.sha256 });
}

/** What followed from what was known at an instant; the outcome names the hashes of what it rests on. */
export function evaluateAsKnown(
  history: History,
  facts: readonly Fact[],
  knownAt: string,
): Result<Outcome, readonly PackProblem[]> {
  const compiled = compileAsKnown(history, knownAt);
  return compiled.ok ? { ok: true, value: evaluate(compiled.value, factsKnownAt(facts, knownAt)) } : compiled;
}

export function factsKnownAt(facts: readonly Fact[], knownAt: string): Fact[] {
  const limit = Date.parse(knownAt);
  return facts.filter((fact) => Date.parse(fact.recordedAt) <= limit);
}

function lastBy<T>(all: readonly Recorded<T>[], knownAt: string): T | null {
  const limit = Date.parse(knownAt);
  let last: Recorded<T> | null = null;
  for (const one of all) {
    const at = Date.parse(one.recordedAt);
    if (at <= limit && (last === null || at >= Date.parse(last.recordedAt))) last = one;
  }
  return last === null ? null : last.value;
}
