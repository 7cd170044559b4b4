import { expect, it } from 'vitest';
import { type Opened, returnedBy } from './opened.ts';

const offers = (...said: readonly (readonly [number, string, string | null])[]) => ({
  assignments: said.map(([toAgency, state, returnedBecause]) => ({
    toAgency,
    state,
    returnedBecause,
  })) as Opened['assignments'],
});

it.each([
  ['sent it back', offers([15, 'returned', 'other-county']), 'other-county'],
  ['sent it back before the reasons were told apart', offers([15, 'returned', null]), 'other'],
  ['sent it back, and has it again', offers([15, 'returned', 'other-county'], [15, 'offered', null]), null],
  ['another organization sent it back', offers([3, 'returned', 'other-county']), null],
  [
    'sent it back before another did',
    offers([15, 'returned', 'duplicate'], [3, 'returned', 'other-county']),
    'duplicate',
  ],
  ['never had it', offers(), null],
] as const)('the organization that is proposed %s', (_, opened, because) => {
  expect(returnedBy(opened, 15)).toBe(because);
});
