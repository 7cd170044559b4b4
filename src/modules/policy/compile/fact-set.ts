import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Entry } from '../evaluate/chronicle.ts';
import type { Situation } from '../evaluate/situation.ts';
import type { FactSet } from '../rules/fact-set.ts';
import { type RelativeTest, relativeTest, type StaticTest, staticTest } from './fact-test.ts';
import type { Workshop } from './workshop.ts';

interface Alternative {
  readonly kind: number;
  readonly test: StaticTest | null;
  readonly relative: RelativeTest | null;
  /** The days on which the clause that defines it is in force. */
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

/** A set of facts, ready to be looked up: found once an evaluation, however many rules ask. */
export interface CompiledSet {
  readonly slot: number;
  readonly alternatives: readonly Alternative[];
  readonly relative: boolean;
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY as CalendarDay, to: null };

export function compileSet(workshop: Workshop, set: FactSet): CompiledSet {
  const text = JSON.stringify([set.patterns, set.terms]);
  const known = workshop.sets.get(text);
  if (known !== undefined) return known;
  const alternatives = alternativesOf(workshop, set, ALWAYS);
  const relative = alternatives.some((one) => one.relative !== null);
  const compiled = { slot: workshop.sets.size, alternatives, relative };
  workshop.sets.set(text, compiled);
  return compiled;
}

function alternativesOf(
  workshop: Workshop,
  set: FactSet,
  force: { from: CalendarDay; to: CalendarDay | null },
): Alternative[] {
  const own = set.patterns.flatMap((pattern): Alternative[] => {
    if (pattern.onlyIf !== undefined && workshop.settings.get(pattern.onlyIf) !== true) return [];
    const kind = workshop.kindId(pattern.kind);
    const { settings } = workshop;
    return [{ kind, test: staticTest(pattern.tests, settings), relative: relativeTest(pattern.tests), ...force }];
  });
  const borrowed = set.terms.flatMap((name) =>
    workshop
      .termsCalled(name)
      .flatMap(({ clause, rule }) =>
        rule.means.of === 'facts'
          ? alternativesOf(workshop, rule.means.facts, { from: clause.from, to: clause.to })
          : [],
      ),
  );
  return [...own, ...borrowed];
}

/** The facts of a set in the order of events; what is relative to an anchor is still to be asked with `fits`. */
export function entriesOf(situation: Situation, set: CompiledSet): readonly Entry[] {
  const known = situation.sets[set.slot];
  if (known !== undefined) return known;
  const [only] = set.alternatives;
  const plain = set.alternatives.length === 1 && only !== undefined && only.test === null && only.from === ALWAYS.from;
  const found = plain && only !== undefined ? (situation.chronicle.byKind[only.kind] ?? []) : collect(situation, set);
  situation.sets[set.slot] = found;
  return found;
}

function collect(situation: Situation, set: CompiledSet): Entry[] {
  const found: Entry[] = [];
  const kinds: number[] = [];
  for (const { kind } of set.alternatives) {
    if (kinds.includes(kind)) continue;
    kinds.push(kind);
    for (const entry of situation.chronicle.byKind[kind] ?? []) {
      if (fitsStatic(set, entry.kind, entry.on, entry.fact.data)) found.push(entry);
    }
  }
  if (kinds.length > 1) found.sort((a, b) => a.position - b.position);
  return found;
}

/** Whether a version of a fact belongs to the set, leaving out what is relative to an anchor. */
export function fitsStatic(set: CompiledSet, kind: number, on: CalendarDay, data: Entry['fact']['data']): boolean {
  for (const one of set.alternatives) {
    if (one.kind !== kind || on < one.from || (one.to !== null && on > one.to)) continue;
    if (one.test === null || one.test(data)) return true;
  }
  return false;
}

/** Whether a fact of the set also fits the anchor and the item. */
export function fits(set: CompiledSet, entry: Entry, anchor: Entry['fact']['data'], item: string | null): boolean {
  if (!set.relative) return true;
  for (const one of set.alternatives) {
    if (one.kind !== entry.kind) continue;
    if (one.test !== null && !one.test(entry.fact.data)) continue;
    if (one.relative === null || one.relative(entry.fact.data, anchor, item)) return true;
  }
  return false;
}
