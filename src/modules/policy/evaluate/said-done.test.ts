import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { fact, lineOf, small } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

// What somebody says was done on a day was done on that day, whatever happens after it.
const once = small(`
- duty: d
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by all: { plan: plan.submitted, crisis plan: crisis-plan.completed }
  void if: discharge.requested`);
const weekly = small(`
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each week
  met by: contact.made
  ends with: enrolment.ended`);
const started = fact(1, '2026-09-14', 'enrolment.started');
const decided = (seq: number, on: string, how: string, data: Fact['data'] = {}) =>
  fact(seq, on, `duty.${how}`, { rule: 'd', root: 1, reason: 'r', ...data });
const dutyOf = (compiled: typeof once, facts: readonly Fact[]) => evaluate(compiled, [started, ...facts]).duties[0];

test.each<[situation: string, facts: readonly Fact[], line: string, by: number | null]>([
  [
    'about what was missed: done after nobody owed it any more',
    [
      fact(2, '2026-11-01', 'discharge.requested', { by: 'parent' }),
      decided(3, '2026-11-02', 'attested', { evidence: 'e' }),
    ],
    'met-late (voided) 2026-10-14',
    3,
  ],
  [
    'said done, and the need for it ended the same day, before its last day: it was done',
    [
      decided(2, '2026-09-30', 'attested', { evidence: 'e' }),
      fact(3, '2026-09-30', 'discharge.requested', { by: 'parent' }),
    ],
    'met 2026-10-14',
    2,
  ],
  [
    'the need for it ended, and said done only after',
    [
      fact(2, '2026-09-29', 'discharge.requested', { by: 'parent' }),
      decided(3, '2026-09-30', 'attested', { evidence: 'e' }),
    ],
    'void (voided) 2026-10-14',
    null,
  ],
  [
    'said done, taken back, and then the need for it ended',
    [
      decided(2, '2026-09-25', 'attested', { evidence: 'e' }),
      decided(3, '2026-09-26', 'reopened'),
      fact(4, '2026-09-30', 'discharge.requested', { by: 'parent' }),
    ],
    'void (voided) 2026-10-14',
    null,
  ],
  [
    'said done in time, and done again after the last day',
    [
      decided(2, '2026-10-01', 'attested', { evidence: 'e' }),
      fact(3, '2026-10-20', 'plan.submitted', { kind: 'initial' }),
      fact(4, '2026-10-20', 'crisis-plan.completed'),
    ],
    'met 2026-10-14',
    2,
  ],
  [
    'done, and said to be done later too: the first time counts',
    [
      fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' }),
      fact(3, '2026-09-21', 'crisis-plan.completed'),
      decided(4, '2026-10-20', 'attested', { evidence: 'e' }),
    ],
    'met 2026-10-14',
    null,
  ],
])('%s', (_situation, facts, line, by) => {
  const duty = dutyOf(once, facts);
  expect(duty && [lineOf(duty), duty.decidedBy]).toEqual([line, by]);
});

test.each<[situation: string, how: string, on: string, line: string]>([
  ['said done', 'attested', '2026-09-15', 'met 2026-09-20'],
  ['said done on the day it ended', 'attested', '2026-09-16', 'met 2026-09-20'],
  ['said done only after it ended', 'attested', '2026-09-17', 'void (ended) 2026-09-20'],
  ['exempted', 'exempted', '2026-09-15', 'void (ended) 2026-09-20'],
])('ended before the first week was over: %s', (_situation, how, on, line) => {
  const ended = fact(2, '2026-09-16', 'enrolment.ended', { ground: 'other' });
  const duty = dutyOf(weekly, [ended, decided(3, on, how, { item: '2026-W38', evidence: 'e' })]);
  expect(duty && lineOf(duty)).toBe(line);
});

const pausing = small(`
- term: away
  span: { from: stay.started, to: stay.ended }
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each week
  met by: contact.made
  not owed during: away
  ends with: enrolment.ended`);
const away = (on: string) => fact(2, on, 'stay.started', { setting: 'inpatient' });
const over = (on: string) => fact(3, on, 'enrolment.ended', { ground: 'other' });
const week = (seq: number, on: string, label: string, how = 'attested') =>
  decided(seq, on, how, { item: label, evidence: 'e' });

test.each<[situation: string, facts: readonly Fact[], line: string, metOn: string | null]>([
  [
    'away from the second week on until it ended, and the first said done: as if it was recorded',
    [away('2026-09-22'), over('2026-10-20'), week(4, '2026-09-18', '2026-W38')],
    'met 2026-10-18',
    '2026-09-18',
  ],
  [
    'the first week exempted instead',
    [away('2026-09-22'), over('2026-10-20'), week(4, '2026-09-18', '2026-W38', 'exempted')],
    'exempted 2026-10-18',
    null,
  ],
  [
    'away from the first day on, and yet said done',
    [away('2026-09-14'), over('2026-10-20'), week(4, '2026-09-15', '2026-W38')],
    'met 2026-10-18',
    '2026-09-15',
  ],
  [
    'it had ended already when it was said done in a later week',
    [over('2026-09-22'), week(4, '2026-09-18', '2026-W38'), week(5, '2026-10-07', '2026-W41')],
    'met 2026-09-20',
    '2026-09-18',
  ],
])('weeks, a pause without an end, and the end: %s', (_situation, facts, line, metOn) => {
  const duty = dutyOf(pausing, facts);
  expect(duty && [lineOf(duty), duty.metOn && isoDay(duty.metOn)]).toEqual([line, metOn]);
});
