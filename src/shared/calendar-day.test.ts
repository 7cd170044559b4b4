import { describe, expect, test } from 'vitest';
import { addMonths, ageOn, type CalendarDay, day, daysBetween, isoDay, parseDay, weekdayOf } from './calendar-day.ts';

describe('a day is read only when it exists and is written in full', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['1969-12-31', '1969-12-31'],
    ['2026-02-29', null],
    ['2026-04-31', null],
    ['2026-11-00', null],
    ['2026-00-10', null],
    ['2026-13-10', null],
    ['2026-25-10', null],
    ['0050-01-02', null],
    ['2026-11-22T10:00', null],
    ['on 2026-11-22', null],
    ['22.11.2026', null],
    ['', null],
  ])('%s', (text, expected) => {
    const parsed = parseDay(text);
    expect(parsed === null ? null : isoDay(parsed)).toBe(expected);
  });

  test('what a border has let through by mistake is named', () => {
    expect(() => day('2026-02-30')).toThrow(new RangeError('not a calendar day: 2026-02-30'));
  });
});

test.each([
  ['1970-01-01', 0],
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['2069-12-31', 36_524],
  ['2070-01-01', 36_525],
  ['2070-01-02', 36_526],
])('%s is day %i, and is written the same the second time', (text, number) => {
  expect(day(text)).toBe(number);
  expect([isoDay(number as CalendarDay), isoDay(number as CalendarDay)]).toEqual([text, text]);
});

describe('a month after the last day of a month', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-01-31', 4, '2026-05-31'],
    ['2026-01-31', 5, '2026-06-30'],
    ['2026-01-31', 6, '2026-07-31'],
    ['2026-01-31', 7, '2026-08-31'],
    ['2026-01-31', 8, '2026-09-30'],
    ['2026-01-31', 9, '2026-10-31'],
    ['2026-01-31', 10, '2026-11-30'],
    ['2026-01-31', 11, '2026-12-31'],
    ['2026-01-31', 12, '2027-01-31'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2000-02-29', 12, '2001-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(isoDay(addMonths(day(from), months))).toBe(expected);
  });
});

describe('completed years of age', () => {
  test.each([
    ['the day before the birthday', '2009-06-15', '2026-06-14', 16],
    ['the birthday', '2009-06-15', '2026-06-15', 17],
    ['the day after', '2009-06-15', '2026-06-16', 17],
    ['an earlier month, a later day of it', '2009-06-15', '2026-05-20', 16],
    ['a later month, an earlier day of it', '2009-06-15', '2026-07-10', 17],
    ['born on 29 February, on 27 February', '2008-02-29', '2026-02-27', 17],
    ['born on 29 February, on 28 February', '2008-02-29', '2026-02-28', 18],
    ['born on 29 February, on 28 February of a leap year', '2008-02-29', '2028-02-28', 19],
    ['born on 29 February, on their birthday', '2008-02-29', '2028-02-29', 20],
    ['the day of birth', '2026-06-15', '2026-06-15', 0],
  ])('%s', (_title, birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });
});

test.each([
  ['2026-11-20', '2026-11-22', 2],
  ['2026-11-22', '2026-11-20', -2],
  ['2026-11-22', '2026-11-22', 0],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['1969-12-28', 7],
  ['1969-12-29', 1],
])('%s is weekday %i', (on, weekday) => {
  expect(weekdayOf(day(on))).toBe(weekday);
});
