import { describe, expect, test } from 'vitest';
import { isoDay } from '#shared/calendar-day.ts';
import { fact, small } from '../testing/small-pack.ts';
import { isLate } from './deadline-of.ts';
import { evaluate } from './evaluate.ts';

function deadlines(text: string, on: string, more = '', at?: string) {
  const compiled = small(`
- duty: d
  when: enrolment.started
  owes: [x]
  due: ${text}
  met by: plan.submitted
${more}`);
  const rest = at === undefined ? {} : { at };
  const [duty] = evaluate(compiled, [fact(1, on, 'enrolment.started', {}, rest)]).duties;
  if (duty === undefined) throw new Error('no duty');
  return duty;
}

const BEFORE = '  counts from: any time';

describe('the day a duty is due', () => {
  test.each([
    ['within 25 hours', '2026-09-13', '', '2026-09-15'],
    ['within 48 hours', '2026-09-13', '', '2026-09-15'],
    ['within 3 weeks', '2026-09-13', '', '2026-10-04'],
    ['within 2 years', '2026-09-13', '', '2028-09-13'],
    ['within 18 months', '2026-08-31', '', '2028-02-29'],
    ['10 calendar days before', '2026-09-13', BEFORE, '2026-09-03'],
    ['2 weeks before', '2026-09-15', BEFORE, '2026-09-01'],
    ['1 month before', '2026-03-31', BEFORE, '2026-02-28'],
    ['2 business days before', '2026-09-14', BEFORE, '2026-09-10'],
    ['48 hours before', '2026-09-15', BEFORE, '2026-09-13'],
    ['within 10 business days', '2026-09-14', '  day zero: counts', '2026-09-25'],
    ['the same day', '2026-09-13', '  day zero: counts', '2026-09-13'],
    ['within 2 business days', '2026-09-12', '  day zero: counts', '2026-09-15'],
    ['within 2 weeks', '2026-09-13', '  day zero: counts', '2026-09-26'],
    ['within 1 month', '2026-09-13', '  day zero: counts', '2026-10-12'],
    ['within 1 month', '2026-03-01', '  day zero: counts', '2026-03-31'],
    ['within 1 year', '2026-09-13', '  day zero: counts', '2027-09-12'],
    ['within 24 hours', '2026-09-13', '  day zero: counts', '2026-09-14'],
    ['within 25 hours', '2026-09-13', '  day zero: counts', '2026-09-15'],
    ['10 calendar days before', '2026-09-13', `${BEFORE}\n  day zero: counts`, '2026-09-04'],
  ])('%s from %s%s is %s', (text, on, more, expected) => {
    expect(isoDay(deadlines(text, on, more).due)).toBe(expected);
  });

  test.each([
    ['', '2026-09-19', '2026-09-19'],
    ['  closed days: later', '2026-09-21', '2026-09-21'],
    ['  closed days: earlier', '2026-09-18', '2026-09-18'],
    ['  closed days: late after only', '2026-09-19', '2026-09-21'],
  ])('on a Saturday%s it is due %s and late after %s', (more, due, lateAfter) => {
    const duty = deadlines('within 6 calendar days', '2026-09-13', more);
    expect([isoDay(duty.due), isoDay(duty.lateAfter)]).toEqual([due, lateAfter]);
  });

  test('a last reading of its own', () => {
    const duty = deadlines('within 6 calendar days', '2026-09-13', '  late after: within 2 weeks');
    expect([isoDay(duty.due), isoDay(duty.lateAfter)]).toEqual(['2026-09-19', '2026-09-27']);
  });
});

describe('hours', () => {
  const AT = '2026-09-13T10:00:00-04:00';
  test('are an instant where the hour is known, and a day where it is not', () => {
    const known = deadlines('within 24 hours', '2026-09-13', '', AT);
    expect([known.dueAt, known.lateAfterAt]).toEqual(['2026-09-14T14:00:00.000Z', '2026-09-14T14:00:00.000Z']);
    expect([isoDay(known.due), isoDay(known.lateAfter)]).toEqual(['2026-09-14', '2026-09-14']);
    const unknown = deadlines('within 24 hours', '2026-09-13');
    expect([unknown.dueAt, unknown.lateAfterAt]).toEqual([null, null]);
  });

  test('with a last reading of its own', () => {
    const duty = deadlines('within 24 hours', '2026-09-13', '  late after: within 72 hours', AT);
    expect([duty.dueAt, duty.lateAfterAt]).toEqual(['2026-09-14T14:00:00.000Z', '2026-09-16T14:00:00.000Z']);
    expect(isoDay(duty.lateAfter)).toBe('2026-09-16');
  });

  test('days have no instant, whether or not the hour is known', () => {
    const duty = deadlines('within 30 calendar days', '2026-09-13', '', AT);
    expect([duty.dueAt, duty.lateAfterAt]).toEqual([null, null]);
  });
});

describe('whether an act came too late', () => {
  const day = deadlines('within 30 calendar days', '2026-09-13');
  const hours = deadlines('within 24 hours', '2026-09-13', '', '2026-09-13T10:00:00-04:00');
  const act = (on: string, at = '') => ({
    on: deadlines('the same day', on).due,
    at: at ? Date.parse(at) : Number.NaN,
  });
  test.each([
    ['on the last day', day, act('2026-10-13'), false],
    ['the day after', day, act('2026-10-14'), true],
    ['at the last instant', hours, act('2026-09-14', '2026-09-14T14:00:00Z'), false],
    ['a second later', hours, act('2026-09-14', '2026-09-14T14:00:01Z'), true],
    ['that day at an hour nobody wrote down', hours, act('2026-09-14'), false],
    ['the next day at an hour nobody wrote down', hours, act('2026-09-15'), true],
  ])('%s', (_title, duty, done, late) => {
    expect(isLate(duty, done)).toBe(late);
  });
});
