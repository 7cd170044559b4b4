import { expect, it } from 'vitest';
import { readLooks } from '../contract.ts';
import { LOOKS_AT_ONCE, MOST_LOOKS, olderLooks } from './how-many-looks.ts';

it.each([
  [200, 0, { kind: 'none' }],
  [200, 199, { kind: 'none' }],
  [200, 200, { kind: 'more', next: 600 }],
  [600, 600, { kind: 'more', next: 1000 }],
  [600, 599, { kind: 'none' }],
  [4800, 4800, { kind: 'more', next: 5000 }],
  [5000, 5000, { kind: 'in-the-trail' }],
] as const)('of %d asked for, %d came', (asked, shown, older) => {
  expect(olderLooks(asked, shown)).toEqual(older);
});

it.each([LOOKS_AT_ONCE, MOST_LOOKS])('%d may be asked for', (limit) => {
  expect(readLooks.query.parse({ limit }).limit).toBe(limit);
});
