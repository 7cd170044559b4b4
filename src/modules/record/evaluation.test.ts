import { expect, test } from 'vitest';
import { type DutyRow, difference, fingerprint } from './evaluation.ts';

const review: DutyRow = {
  key: 'nj.review#7',
  rule: 'nj.review',
  clause: 'nj.review',
  root: 7,
  item: null,
  owes: 'care-manager',
  owing: 'holder',
  force: 'must',
  state: 'open',
  due: '2026-03-01',
  dueAt: null,
  lateAfter: '2026-03-01',
  lateAfterAt: null,
  until: null,
  metOn: null,
  category: 'general',
  openParts: [],
  pausedFrom: null,
  because: null,
  pattern: null,
};

test('what is said again is the same', () => {
  expect(fingerprint({ ...review, openParts: [] })).toBe(fingerprint(review));
  expect(
    difference([{ key: review.key, state: 'open', category: 'general', said: fingerprint(review) }], [review]),
  ).toEqual({ upsert: [], gone: [] });
});

test.each([
  ...Object.keys(review).map((field): [string, Partial<DutyRow>] => [field, { [field]: 'something else' }]),
  ['root', { root: 8 }],
  ['open parts', { openParts: ['medication'] }],
  ['two open parts', { openParts: ['medication', 'aftercare'] }],
  ['a pattern', { pattern: { unit: 'week', met: '0' } }],
  ['a pattern with a period met', { pattern: { unit: 'week', met: '1' } }],
  ['an empty text instead of nothing', { item: '' }],
  ['a day of the numbers it goes by', { numbersOn: '2026-10-13' }],
] as [string, Partial<DutyRow>][])('another %s is another fingerprint', (_field, change) => {
  expect(fingerprint({ ...review, ...change })).not.toBe(fingerprint(review));
  expect(
    difference(
      [{ key: review.key, state: 'open', category: 'general', said: fingerprint(review) }],
      [{ ...review, ...change }],
    ).upsert,
  ).toHaveLength(1);
});

test('a duty nobody owes any more is gone', () => {
  expect(difference([{ key: 'old', state: 'open', category: 'general', said: null }], []).gone).toEqual(['old']);
});
