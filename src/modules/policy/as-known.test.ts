import { expect, test } from 'vitest';
import { editionAt, factsKnownAt } from './as-known.ts';
import { fact } from './testing/small-pack.ts';

const recorded = (version: string, recordedAt: string) => ({ version, recordedAt });
const editions = [
  recorded('1', '2026-01-01T00:00:00Z'),
  recorded('2', '2026-10-01T00:00:00.000Z'),
  recorded('3', '2026-10-01T00:00:00+00:00'),
  recorded('4', '2026-12-01T00:00:00Z'),
];

test.each([
  ['before the first: the first, and it says so', '2025-12-31T23:59:59Z', '1', true],
  ['at the very instant', '2026-01-01T00:00:00Z', '1', false],
  ['a second before the next', '2026-09-30T23:59:59Z', '1', false],
  ['of two recorded at one instant the later', '2026-10-01T00:00:00Z', '3', false],
  ['the same instant by another clock', '2026-11-30T20:00:00-04:00', '4', false],
  ['long after the last', '2030-01-01T00:00:00Z', '4', false],
])('the edition in force: %s', (_title, knownAt, version, early) => {
  expect(editionAt(editions, knownAt)).toMatchObject({ edition: { version }, early });
});

test('without editions there is none', () => {
  expect(editionAt([], '2026-01-01T00:00:00Z')).toBeNull();
});

test('what was recorded at the very instant was known then, what came later was not', () => {
  const facts = [
    fact(1, '2026-09-13', 'enrolment.started', {}, { recordedAt: '2026-09-13T17:00:00Z' }),
    fact(2, '2026-09-01', 'enrolment.started', {}, { recordedAt: '2026-09-13T17:00:01Z' }),
  ];
  expect(factsKnownAt(facts, '2026-09-13T17:00:00Z').map(({ seq }) => seq)).toEqual([1]);
  expect(factsKnownAt(facts, '2026-09-13T13:00:01-04:00').map(({ seq }) => seq)).toEqual([1, 2]);
});
