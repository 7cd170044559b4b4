import { expect, it } from 'vitest';
import { toldApart } from './told-apart.ts';

it('keeps numbers and readings behind the sentences that say why', () => {
  expect(
    toldApart([
      'Due Sunday 22 November 2026: 24 hours after assignment to the agency.',
      'a target, never a violation.',
      'nj.first-contact/hours is 24 (pcenj.org and factnj.org).',
      'nj.first-contact/attempt counts is false (Kinfold default).',
      'Does trying to reach the family count? No, somebody must be reached.',
    ]),
  ).toEqual({
    why: ['Due Sunday 22 November 2026: 24 hours after assignment to the agency.', 'A target, never a violation.'],
    workedOut: [
      'Hours: 24 (pcenj.org and factnj.org).',
      'Attempt counts: no (Kinfold default).',
      'Does trying to reach the family count? No, somebody must be reached.',
    ],
  });
});
