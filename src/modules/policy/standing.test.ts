import { describe, expect, test } from 'vitest';
import { addDays, day } from '#shared/calendar-day.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { currentPeriod, metPeriods, missedPeriods, missedSince, periodsSoFar } from './periods.ts';
import { standingOf } from './standing.ts';
import { newJersey } from './testing/read-policies.ts';
import { fact, small } from './testing/small-pack.ts';

const once = (due: string, force = '') =>
  small(
    `- duty: d\n  when: enrolment.started\n  owes: [x]\n  ${force || 'due'}: ${due}\n  met by: plan.submitted\n  ends with: enrolment.ended`,
  );
const start = fact(1, '2026-09-14', 'enrolment.started');

function standing(
  compiled: ReturnType<typeof once>,
  facts: Parameters<typeof evaluate>[1],
  today: string,
  now = `${today}T12:00:00Z`,
) {
  const [duty] = evaluate(compiled, facts).duties;
  return duty === undefined ? 'none' : standingOf(duty, now, day(today));
}

describe('a duty owed once, due on Wednesday 14 October 2026', () => {
  test.each([
    ['2026-10-01', 'later'],
    ['2026-10-07', 'later'],
    ['2026-10-08', 'soon'],
    ['2026-10-12', 'soon'],
    ['2026-10-14', 'today'],
    ['2026-10-15', 'late'],
  ])('read on %s it is %s', (today, expected) => {
    expect(standing(once('within 30 calendar days'), [start], today)).toBe(expected);
  });

  test('a target past its day is amber, never late', () => {
    expect(standing(once('within 30 calendar days', 'target'), [start], '2026-12-01')).toBe('amber');
  });

  test('past due when care management ended, it is history', () => {
    const ended = fact(2, '2026-11-01', 'enrolment.ended', { ground: 'other' });
    expect(standing(once('within 30 calendar days'), [start, ended], '2026-12-01')).toBe('missed');
    expect(standing(once('within 30 calendar days'), [start, ended], '2026-10-20')).toBe('late');
  });
});

test('between the strict and the last reading it is amber', () => {
  const thanksgiving = [fact(1, '2026-11-25', 'enrolment.started')];
  const compiled = once('within 2 business days');
  expect(standing(compiled, thanksgiving, '2026-11-30')).toBe('today');
  expect(standing(compiled, thanksgiving, '2026-12-01')).toBe('amber');
  expect(standing(compiled, thanksgiving, '2026-12-02')).toBe('late');
});

test('24 hours are read to the instant', () => {
  const facts = [fact(1, '2026-09-14', 'enrolment.started', {}, { at: '2026-09-14T15:00:00-04:00' })];
  const compiled = once('within 24 hours');
  expect(standing(compiled, facts, '2026-09-15', '2026-09-15T18:59:00Z')).toBe('today');
  expect(standing(compiled, facts, '2026-09-15', '2026-09-15T19:01:00Z')).toBe('late');
});

describe('a duty of each week', () => {
  const compiled = newJersey();
  const call = (seq: number, on: string) =>
    fact(seq, on, 'contact.made', { with: ['caregiver'], how: 'telephone', contact: on });
  const weekly = (facts: Parameters<typeof evaluate>[1]) => {
    const duty = evaluate(compiled, facts).duties.find((one) => one.rule === 'nj.weekly-call');
    if (duty === undefined) throw new Error('no weekly duty');
    return duty;
  };
  const facts = [start, call(2, '2026-09-16'), call(3, '2026-09-30'), call(4, '2026-10-13')];

  test('stored is the first unmet week, missed and current are arithmetic', () => {
    const duty = weekly(facts);
    expect(duty.item).toBe('2026-W39');
    expect(missedPeriods(duty, day('2026-10-14')).map((one) => one.label)).toEqual(['2026-W39', '2026-W41']);
    expect(currentPeriod(duty, day('2026-10-14'))).toMatchObject({ label: '2026-W42', state: 'met' });
    expect(standingOf(duty, '', day('2026-10-14'))).toBe('met');
    expect(standingOf(duty, '', day('2026-10-19'))).toBe('soon');
  });

  test('as it is stored it reads the same on every day', () => {
    const duty = weekly(facts);
    if (duty.pattern === null) throw new Error('no pattern');
    const stored = { ...duty, pattern: { ...duty.pattern, met: metPeriods(duty.pattern) } };
    expect(stored.pattern.met).toBe('10101');
    for (let today = day('2026-09-10'); today < day('2026-11-10'); today = addDays(today, 1)) {
      expect(periodsSoFar(stored, today)).toEqual(periodsSoFar(duty, today));
      expect(currentPeriod(stored, today)).toEqual(currentPeriod(duty, today));
      expect(missedSince(stored, duty.due, today)).toBe(missedSince(duty, duty.due, today));
      expect(standingOf(stored, '', today)).toBe(standingOf(duty, '', today));
    }
  });

  test('weeks stop at the end of care management', () => {
    const duty = weekly([...facts, fact(5, '2026-10-21', 'enrolment.ended', { ground: 'goals-met' })]);
    expect(missedPeriods(duty, day('2027-06-01')).map((one) => one.label)).toEqual(['2026-W39', '2026-W41']);
    expect(currentPeriod(duty, day('2027-06-01'))).toBeNull();
  });

  test('weeks that were over before Kinfold knew are not missed', () => {
    const late = fact(1, '2026-09-14', 'enrolment.started', {}, { recordedAt: '2026-10-06T12:00:00Z' });
    expect(missedPeriods(weekly([late]), day('2026-10-14')).map((one) => one.label)).toEqual(['2026-W41']);
  });

  test('a week somebody decided about is passed over', () => {
    const exempted = fact(9, '2026-10-01', 'duty.exempted', {
      rule: 'nj.weekly-call',
      root: 1,
      item: '2026-W39',
      reason: 'holiday',
    });
    expect(weekly([...facts, exempted]).item).toBe('2026-W41');
  });

  test('weeks touched by a time the youth is missing are not owed', () => {
    const missing = [fact(10, '2026-09-22', 'missing.started'), fact(11, '2026-09-24', 'missing.ended')];
    expect(weekly([...facts, ...missing]).item).toBe('2026-W41');
  });
});
