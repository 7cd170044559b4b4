import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { evaluate } from '#modules/policy/index.ts';
import { newJersey } from '#modules/policy/testing/read-policies.ts';
import { fact } from '#modules/policy/testing/small-pack.ts';
import { toldOf } from './told-duty.ts';

const compiled = newJersey();
/** Enrolled on a Wednesday: the first whole week is that of 21 September, the first whole month October. */
const start = fact(1, '2026-09-16', 'enrolment.started');
const called = (seq: number, on: string) => fact(seq, on, 'contact.made', { with: ['caregiver'], how: 'telephone' });
const told = (facts: readonly Fact[], key: string, today: string) =>
  toldOf(evaluate(compiled, facts).duties)(key, { now: `${today}T16:00:00Z`, today });

test.each<[situation: string, facts: readonly Fact[], key: string, today: string, told: object]>([
  [
    'the call of the week that was owed first: met, and the next week goes on',
    [start, called(2, '2026-09-24')],
    'nj.weekly-call#1#2026-W39',
    '2026-09-24',
    { state: 'met', standing: 'met', now: 'nj.weekly-call#1#2026-W40' },
  ],
  [
    'the next week, while the present one is met',
    [start, called(2, '2026-09-24')],
    'nj.weekly-call#1#2026-W40',
    '2026-09-24',
    { state: 'open', standing: 'met' },
  ],
  [
    'a week was missed before: the duty goes by that one still, and stands as met for now',
    [start, called(2, '2026-10-01')],
    'nj.weekly-call#1#2026-W39',
    '2026-10-01',
    { state: 'open', standing: 'met' },
  ],
  [
    'missing since the week: it is counted no more',
    [start, called(2, '2026-09-24'), fact(3, '2026-09-29', 'missing.started')],
    'nj.weekly-call#1#2026-W40',
    '2026-09-29',
    { state: 'void', standing: 'void' },
  ],
  [
    'a week missed, then the youth went missing: open, and paused',
    [start, fact(2, '2026-09-30', 'missing.started')],
    'nj.weekly-call#1#2026-W39',
    '2026-09-25',
    { state: 'open', standing: 'soon' },
  ],
  [
    'enrolment corrected to a week later: the duty goes by another week',
    [start, { ...fact(2, '2026-09-23', 'enrolment.started'), supersedes: 1, recordedAt: '2026-09-24T12:00:00Z' }],
    'nj.weekly-call#1#2026-W39',
    '2026-09-24',
    { state: 'open', standing: 'later', now: 'nj.weekly-call#1#2026-W40' },
  ],
  [
    'the week was exempted: nobody owes it, and no other takes its place',
    [start, fact(2, '2026-09-23', 'duty.exempted', { rule: 'nj.weekly-call', root: 1, item: '2026-W39', reason: 'r' })],
    'nj.weekly-call#1#2026-W39',
    '2026-09-23',
    { state: 'void', standing: 'void' },
  ],
  [
    'enrolment corrected to a week later, and ended with that one missed: nothing goes on',
    [
      start,
      { ...fact(2, '2026-09-23', 'enrolment.started'), supersedes: 1, recordedAt: '2026-09-24T12:00:00Z' },
      fact(3, '2026-10-20', 'enrolment.ended', { ground: 'other' }),
    ],
    'nj.weekly-call#1#2026-W39',
    '2026-10-20',
    { state: 'void', standing: 'void' },
  ],
  ['what is owed once', [start], 'nj.first-isp#1', '2026-10-16', { state: 'open', standing: 'today' }],
  ['what no longer follows at all', [start], 'nj.first-isp#7', '2026-10-16', { state: 'void', standing: 'void' }],
])('%s', (_situation, facts, key, today, expected) => {
  expect(told(facts, key, today)).toEqual(expected);
});
