import type { Entry } from '../evaluate/chronicle.ts';
import type { Situation } from '../evaluate/situation.ts';
import type { FactSet } from '../rules/fact-set.ts';
import { type Asked, askedOf, type RelativeTest, relativeTest } from './fact-test.ts';
import type { Questions } from './questions.ts';
import type { Workshop } from './workshop.ts';

interface KindInSet {
  readonly kind: number;
  readonly alternatives: readonly Alternative[];
}

interface Alternative extends Asked {
  readonly kind: number;
  readonly questions: Questions;
  readonly relative: RelativeTest | null;
  /** The days on which the clause that defines it is in force. */
  readonly from: number;
  readonly to: number;
  /** What it says, as one text: sets that say the same are found once. */
  readonly text: string;
}

/** A set of facts, ready to be looked up: found once an evaluation, however many rules ask. */
export interface CompiledSet {
  readonly slot: number;
  readonly kinds: readonly KindInSet[];
  readonly relative: boolean;
  /** The one kind of which every fact fits; null when there is more to ask. */
  readonly whole: number | null;
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export function compileSet(workshop: Workshop, set: FactSet): CompiledSet {
  const alternatives = alternativesOf(workshop, set, ALWAYS);
  const text = alternatives.map((one) => one.text).join();
  const known = workshop.sets.get(text);
  if (known !== undefined) return known;
  const relative = alternatives.some((one) => one.relative !== null);
  const kinds = [...new Set(alternatives.map(({ kind }) => kind))].map((kind) => ({
    kind,
    alternatives: alternatives.filter((one) => one.kind === kind),
  }));
  const compiled = { slot: workshop.sets.size, kinds, relative, whole: wholeKind(alternatives) };
  workshop.sets.set(text, compiled);
  return compiled;
}

function wholeKind(alternatives: readonly Alternative[]): number | null {
  const [only] = alternatives;
  if (only === undefined || alternatives.length > 1 || only.from !== ALWAYS.from) return null;
  return only.mask === 0 && only.rest === null ? only.kind : null;
}

function alternativesOf(workshop: Workshop, set: FactSet, force: { from: number; to: number }): Alternative[] {
  const own = set.patterns.flatMap((pattern): Alternative[] => {
    if (pattern.onlyIf !== undefined && workshop.settings.get(pattern.onlyIf) !== true) return [];
    const kind = workshop.kindId(pattern.kind);
    const questions = workshop.questionsAbout(kind);
    const asked = askedOf(pattern.tests, questions, workshop.settings);
    const text = JSON.stringify([pattern.kind, pattern.tests, String(force.from), String(force.to)]);
    return [{ kind, questions, ...asked, relative: relativeTest(pattern.tests), ...force, text }];
  });
  const borrowed = set.terms.flatMap((name) =>
    workshop
      .termsCalled(name)
      .flatMap(({ clause, rule }) =>
        rule.means.of === 'facts'
          ? alternativesOf(workshop, rule.means.facts, { from: clause.from, to: clause.to ?? Number.POSITIVE_INFINITY })
          : [],
      ),
  );
  return [...own, ...borrowed];
}

/** The facts of a set in the order of events; what is relative to an anchor is still to be asked with `fits`. */
export function entriesOf(situation: Situation, set: CompiledSet): readonly Entry[] {
  const known = situation.sets[set.slot];
  if (known !== undefined) return known;
  const found = set.whole === null ? collect(situation, set) : (situation.chronicle.byKind[set.whole] ?? []);
  situation.sets[set.slot] = found;
  return found;
}

function collect(situation: Situation, { kinds }: CompiledSet): readonly Entry[] {
  let found: readonly Entry[] = [];
  for (let index = 0; index < kinds.length; index += 1) {
    const { kind, alternatives } = kinds[index] as KindInSet;
    const entries = situation.chronicle.byKind[kind] as readonly Entry[];
    if (entries.length === 0) continue;
    const fitting = fittingOf(entries, alternatives);
    found = found.length === 0 ? fitting : merged(found, fitting);
  }
  return found;
}

function fittingOf(entries: readonly Entry[], alternatives: readonly Alternative[]): readonly Entry[] {
  const fitting: Entry[] = [];
  const [one] = alternatives;
  if (one === undefined || alternatives.length > 1 || one.rest !== null || one.from !== ALWAYS.from) {
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as Entry;
      if (fitsAny(alternatives, entry)) fitting.push(entry);
    }
    return fitting;
  }
  // Nearly every set: one pattern, always in force, and nothing to ask but what the facts have answered already.
  const { questions, mask, wanted } = one;
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as Entry;
    if ((questions.answersOf(entry) & mask) === wanted) fitting.push(entry);
  }
  return fitting;
}

function fitsAny(alternatives: readonly Alternative[], entry: Entry): boolean {
  for (let index = 0; index < alternatives.length; index += 1) {
    const one = alternatives[index] as Alternative;
    if (entry.on < one.from || entry.on > one.to) continue;
    if ((one.questions.answersOf(entry) & one.mask) !== one.wanted) continue;
    if (one.rest === null || one.rest(entry.fact.data)) return true;
  }
  return false;
}

/** Two lists in the order of events as one. */
function merged(one: readonly Entry[], two: readonly Entry[]): Entry[] {
  const both: Entry[] = [];
  let next = 0;
  for (const entry of one) {
    for (let other = two[next]; other !== undefined && other.position < entry.position; other = two[next]) {
      both.push(other);
      next += 1;
    }
    both.push(entry);
  }
  for (; next < two.length; next += 1) both.push(two[next] as Entry);
  return both;
}

/** Whether a version of a fact belongs to the set, leaving out what is relative to an anchor. */
export function fitsStatic({ kinds }: CompiledSet, entry: Entry): boolean {
  const group = kinds.find((one) => one.kind === entry.kind);
  return group !== undefined && fitsAny(group.alternatives, entry);
}

/** Whether a fact of the set also fits the anchor and the item. */
export function fits(set: CompiledSet, entry: Entry, anchor: Entry['fact']['data'], item: string | null): boolean {
  if (!set.relative) return true;
  const group = set.kinds.find((one) => one.kind === entry.kind);
  for (const one of group?.alternatives ?? []) {
    if (entry.on < one.from || entry.on > one.to) continue;
    if ((one.questions.answersOf(entry) & one.mask) !== one.wanted) continue;
    if (one.rest !== null && !one.rest(entry.fact.data)) continue;
    if (one.relative === null || one.relative(entry.fact.data, anchor, item)) return true;
  }
  return false;
}
