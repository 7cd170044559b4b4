import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { situate } from './evaluate/situation.ts';
import { exemptedPeriods } from './exempted-periods.ts';
import { explained } from './testing/explained.ts';
import { fact, small } from './testing/small-pack.ts';

const RULES = `
- term: missing
  span: { from: missing.started, to: missing.ended }
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each week
  met by: contact.made
  not owed during: missing
  ends with: enrolment.ended`;
const weekly = small(RULES);
/** A Wednesday: the first week owed is that of the twenty-first. */
const start = fact(1, '2026-09-16', 'enrolment.started');
const decided = (seq: number, kind: 'exempted' | 'reopened', item: string) =>
  fact(seq, '2026-10-01', `duty.${kind}`, {
    rule: 'd',
    root: 1,
    item,
    ...(kind === 'exempted' ? { reason: 'r' } : {}),
  });
const called = (seq: number, on: string) => fact(seq, on, 'contact.made', { with: ['caregiver'], how: 'telephone' });

test.each<[situation: string, facts: readonly Fact[], weeks: readonly string[]]>([
  ['nothing was decided', [], []],
  ['two, in their order', [decided(2, 'exempted', '2026-W41'), decided(3, 'exempted', '2026-W39')], ['W39', 'W41']],
  ['taken back', [decided(2, 'exempted', '2026-W39'), decided(3, 'reopened', '2026-W39')], []],
  ['met meanwhile', [decided(2, 'exempted', '2026-W39'), called(3, '2026-09-23')], []],
  [
    'not owed anyway: the youth is missing',
    [
      fact(2, '2026-09-22', 'missing.started'),
      fact(3, '2026-09-24', 'missing.ended'),
      decided(4, 'exempted', '2026-W39'),
    ],
    [],
  ],
  [
    'after the end of care',
    [decided(2, 'exempted', '2026-W39'), fact(3, '2026-09-22', 'enrolment.ended', { ground: 'other' })],
    [],
  ],
  [
    'after the last week owed, of which one before was missed',
    [decided(2, 'exempted', '2026-W41'), fact(3, '2026-09-30', 'enrolment.ended', { ground: 'other' })],
    [],
  ],
  ['no week at all', [decided(2, 'exempted', '2026-W60')], []],
])('periods exempted that taking back would make owed: %s', (_situation, facts, weeks) => {
  const history = [start, ...facts];
  const [duty] = evaluate(weekly, history).duties;
  const periods = duty ? exemptedPeriods(situate(weekly, history), duty) : [];
  expect(periods.map(({ label }) => label.slice(5))).toEqual(weeks);
  for (const { from, due } of periods) expect(due - from, isoDay(from)).toBe(6);
});

test('said beside why it is due, and of a duty still open nobody is said to have decided that it is open', () => {
  const { reasons } = explained(RULES, [start, decided(2, 'exempted', '2026-W39')], 'd#1#2026-W40');
  const codes = reasons.map(({ code }) => code);
  expect(codes).toContain('exempted-periods');
  expect(codes).not.toContain('decided');
});
