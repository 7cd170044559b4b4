import { expect, test } from 'vitest';
import type { OwedItem } from '../../contract.ts';
import { soFar, summaryOf } from './summary.ts';

const TODAY = '2026-10-12';
const owed = (standing: string, due: string): OwedItem =>
  ({ standing, due, state: 'open', owing: 'holder' }) as OwedItem;
const items = [owed('late', '2026-10-09'), owed('today', TODAY), owed('today', TODAY), owed('soon', '2026-10-15')];

test.each([
  ['everything is there', true, 0, '1 late · 2 today · 1 in the next 7 days'],
  ['there is more than was fetched', false, 0, '1+ late · 2+ today · 1+ in the next 7 days'],
  ['agreements run out too', true, 2, '1 late · 2 today · 1 in the next 7 days · 2 agreements to renew'],
] as const)('what the day holds, when %s', (_, whole, agreements, said) => {
  expect(summaryOf(items, TODAY, agreements, whole)).toBe(said);
});

test('nothing owed says nothing', () => {
  expect(summaryOf([], TODAY, 0, true)).toBe('');
  expect(soFar(0, true)).toBe('0');
});
