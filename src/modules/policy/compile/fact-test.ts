import type { FieldTest, Scalar } from '../rules/fact-set.ts';
import { amountOf, type Settings } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;
export type StaticTest = (data: Data) => boolean;
/** Compares with the fact a duty hangs on, and with the item it ranges over. */
export type RelativeTest = (data: Data, anchor: Data, item: string | null) => boolean;

/** Turns the tests of one pattern into a plain function; null when every fact of the kind fits. */
export function staticTest(tests: readonly FieldTest[], settings: Settings): StaticTest | null {
  const made = tests.flatMap((test) => staticOne(test, settings) ?? []);
  const [first, ...rest] = made;
  if (first === undefined) return null;
  const [second, ...more] = rest;
  if (second === undefined) return first;
  if (more.length === 0) return (data) => first(data) && second(data);
  return (data) => made.every((test) => test(data));
}

export function relativeTest(tests: readonly FieldTest[]): RelativeTest | null {
  const made = tests.flatMap((test): RelativeTest[] => {
    if (test.op === 'same')
      return [(data, anchor) => data[test.field] !== undefined && data[test.field] === anchor[test.as]];
    if (test.op === 'item') return [(data, _anchor, item) => holds(data[test.field], item ?? '')];
    return [];
  });
  return made.length === 0 ? null : (data, anchor, item) => made.every((test) => test(data, anchor, item));
}

function staticOne(test: FieldTest, settings: Settings): StaticTest | null {
  const { field } = test;
  switch (test.op) {
    case 'is': {
      const [only] = test.values;
      if (test.values.length === 1 && only !== undefined) return (data) => holds(data[field], only);
      return anyOf(field, test.values);
    }
    case 'not':
      return (data) => !test.values.some((value) => holds(data[field], value));
    case 'all':
      return (data) => test.values.every((value) => holds(data[field], value));
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

/** Written as loops: this is asked of every contact of every chart. */
function anyOf(field: string, values: readonly Scalar[]): StaticTest {
  return (data) => {
    const value = data[field];
    for (let index = 0; index < values.length; index += 1) {
      if (holds(value, values[index] as Scalar)) return true;
    }
    return false;
  };
}

function holds(value: unknown, wanted: Scalar): boolean {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value) && value.includes(wanted)
    : value === wanted;
}
