import type { FieldTest, Scalar } from '../rules/fact-set.ts';
import type { Questions } from './questions.ts';
import { amountOf, type Settings } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;
type StaticTest = (data: Data) => boolean;
/** Compares with the fact a duty hangs on, and with the item it ranges over. */
export type RelativeTest = (data: Data, anchor: Data, item: string | null) => boolean;

/** The tests of one pattern that look at the fact alone: the answers wanted of it, and what no answer can say. */
export interface Asked {
  /** The answers looked at, and what they must be. */
  readonly mask: number;
  readonly wanted: number;
  readonly rest: StaticTest | null;
}

export function askedOf(tests: readonly FieldTest[], questions: Questions, settings: Settings): Asked {
  let [mask, wanted] = [0, 0];
  const rest: StaticTest[] = [];
  for (const test of tests) {
    for (const values of valuesAsked(test)) {
      const bit = questions.bitFor(test.field, values);
      const yes = test.op !== 'not';
      if (bit === null) rest.push((data) => values.some((value) => holds(data[test.field], value)) === yes);
      else if ((mask & bit) !== 0 && ((wanted & bit) !== 0) !== yes) rest.push(() => false);
      else {
        mask |= bit;
        if (yes) wanted |= bit;
      }
    }
    const other = numberOrKnown(test, settings);
    if (other !== null) rest.push(other);
  }
  return { mask, wanted, rest: together(rest) };
}

/** The lists of values of which a fact is asked whether its field is, or holds, one. */
function valuesAsked(test: FieldTest): readonly (readonly Scalar[])[] {
  if (test.op === 'all') return test.values.map((value) => [value]);
  return test.op === 'is' || test.op === 'not' ? [test.values] : [];
}

function together(tests: readonly StaticTest[]): StaticTest | null {
  const [first] = tests;
  if (first === undefined || tests.length === 1) return first ?? null;
  return (data) => tests.every((test) => test(data));
}

/** Whether one test passes; null for one that looks at the anchor or the item too. */
export function passes(test: FieldTest, data: Data, settings: Settings): boolean | null {
  if (test.op === 'is') return test.values.some((value) => holds(data[test.field], value));
  if (test.op === 'not') return !test.values.some((value) => holds(data[test.field], value));
  if (test.op === 'all') return test.values.every((value) => holds(data[test.field], value));
  return numberOrKnown(test, settings)?.(data) ?? null;
}

export function relativeTest(tests: readonly FieldTest[]): RelativeTest | null {
  const made = tests.flatMap((test): RelativeTest[] => {
    if (test.op === 'same' || test.op === 'another') {
      const { field, as } = test;
      const wanted = test.op === 'same';
      return [(data, anchor) => (data[field] !== undefined && data[field] === anchor[as]) === wanted];
    }
    if (test.op === 'item') return [(data, _anchor, item) => holds(data[test.field], item ?? '')];
    return [];
  });
  return made.length === 0 ? null : (data, anchor, item) => made.every((test) => test(data, anchor, item));
}

function numberOrKnown(test: FieldTest, settings: Settings): StaticTest | null {
  const { field } = test;
  switch (test.op) {
    case 'at least': {
      const amount = amountOf(settings, test.amount);
      return (data) => Number(data[field]) >= amount;
    }
    case 'at most': {
      const amount = amountOf(settings, test.amount);
      return (data) => Number(data[field]) <= amount;
    }
    case 'known':
      return (data) => (data[field] !== undefined && data[field] !== null) === test.known;
    default:
      return null;
  }
}

function holds(value: unknown, wanted: Scalar): boolean {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value) && value.includes(wanted)
    : value === wanted;
}
