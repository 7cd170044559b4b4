import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { Entry } from '../evaluate/chronicle.ts';
import type { FieldTest } from '../rules/fact-set.ts';
import { fact } from '../testing/small-pack.ts';
import { askedOf, passes } from './fact-test.ts';
import { Questions } from './questions.ts';

const VALUES = ['a', 'b', 'c', 1, true] as const;
const field = fc.constantFrom('how', 'with', 'minutes');
const values = fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 });
const tests: fc.Arbitrary<FieldTest> = fc.oneof(
  fc.record({ op: fc.constantFrom('is', 'not', 'all'), field, values }),
  fc.record({ op: fc.constantFrom('at least', 'at most'), field, amount: fc.nat(3) }),
  fc.record({ op: fc.constant('known' as const), field, known: fc.boolean() }),
);
const value = fc.oneof(fc.constantFrom(...VALUES, null, undefined), fc.array(fc.constantFrom(...VALUES)), fc.object());
const facts = fc.dictionary(field, value).map((data): Fact => fact(1, '2026-09-13', 'contact.made', data));

const entryOf = (one: Fact): Entry => new Entry(one, 0, one.seq, [], false);

function fitsBy(questions: Questions, all: readonly FieldTest[]): (entry: Entry) => boolean {
  const { mask, wanted, rest } = askedOf(all, questions, new Map());
  return (entry) => (questions.answersOf(entry) & mask) === wanted && (rest?.(entry.fact.data) ?? true);
}

test('asking everything at once answers as asking each test of each pattern by itself', () => {
  fc.assert(
    fc.property(fc.array(fc.array(tests, { maxLength: 4 }), { maxLength: 8 }), facts, (patterns, one) => {
      const questions = new Questions();
      const fit = patterns.map((all) => fitsBy(questions, all));
      const entry = entryOf(one);
      expect(fit.map((fits) => fits(entry))).toEqual(
        patterns.map((all) => all.every((each) => passes(each, one.data, new Map()))),
      );
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('a kind of which more is asked than bits can say is asked the rest one by one', () => {
  const questions = new Questions();
  const fit = Array.from({ length: 80 }, (_, number) =>
    fitsBy(questions, [{ op: 'is', field: 'how', values: [number] }]),
  );
  const entry = entryOf(fact(1, '2026-09-13', 'contact.made', { how: [3, 29, 30, 79] }));
  expect(fit.flatMap((fits, number) => (fits(entry) ? [number] : []))).toEqual([3, 29, 30, 79]);
});

test('what must be so and must not be so fits nothing', () => {
  const fits = fitsBy(new Questions(), [
    { op: 'is', field: 'how', values: ['a'] },
    { op: 'not', field: 'how', values: ['a'] },
  ]);
  expect([
    fits(entryOf(fact(1, '2026-09-13', 'contact.made', { how: 'a' }))),
    fits(entryOf(fact(1, '2026-09-13', 'contact.made'))),
  ]).toEqual([false, false]);
});
