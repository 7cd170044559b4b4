import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  type CalendarDay,
  day,
  dayOf,
  isoDay,
  isoWeek,
  monthStart,
  parseDay,
  partsOf,
  trustedDay,
  weekStart,
} from '#shared/calendar-day.ts';
import { FUNCTIONS } from './compile/functions.ts';
import { dayInZone } from './evaluate/zone.ts';

const days = fc.integer({ min: day('1900-01-01'), max: day('2200-12-31') }).map((value) => value as CalendarDay);

describe('the arithmetic of days', () => {
  test('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(days, (value) => {
        // Asked twice: what was written once is handed out again.
        expect(parseDay(isoDay(value))).toBe(value);
        expect(isoDay(value)).toBe(isoDay(value));
        expect(trustedDay(isoDay(value))).toBe(value);
        const { year, month, dayOfMonth } = partsOf(value);
        expect(dayOf(year, month, dayOfMonth)).toBe(value);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(isoDay(addMonths(day(from), months))).toBe(expected);
  });

  test.each([
    ['2026-01-01', '2026-W01', '2025-12-29', '2026-01-01'],
    ['2027-01-01', '2026-W53', '2026-12-28', '2027-01-01'],
    ['2026-09-13', '2026-W37', '2026-09-07', '2026-09-01'],
  ])('%s lies in %s', (on, week, monday, first) => {
    expect([isoWeek(day(on)), isoDay(weekStart(day(on))), isoDay(monthStart(day(on)))]).toEqual([week, monday, first]);
  });
});

test.each([
  ['2026-07-01T03:59:59Z', '2026-06-30'],
  ['2026-07-01T04:00:00Z', '2026-07-01'],
  ['2026-12-01T04:59:59Z', '2026-11-30'],
  ['2026-12-01T05:00:00Z', '2026-12-01'],
  ['2026-03-08T06:59:00Z', '2026-03-08'],
])('in New York %s is on %s', (instant, expected) => {
  expect(isoDay(dayInZone('America/New_York')(Date.parse(instant)))).toBe(expected);
});

describe('ongoing attempts', () => {
  const tried = (on: string, how: string) => ({ on: day(on), data: { how } });
  const ongoing = FUNCTIONS['ongoing attempts'];
  const settings = { attempts: 3, ways: 2, days: 30 };
  test.each([
    [
      'three, two ways, thirty days',
      [tried('2026-01-01', 'telephone'), tried('2026-01-10', 'letter'), tried('2026-01-31', 'telephone')],
      true,
    ],
    [
      'one day short',
      [tried('2026-01-01', 'telephone'), tried('2026-01-10', 'letter'), tried('2026-01-30', 'telephone')],
      false,
    ],
    [
      'one way only',
      [tried('2026-01-01', 'telephone'), tried('2026-01-10', 'telephone'), tried('2026-01-31', 'telephone')],
      false,
    ],
    ['two only', [tried('2026-01-01', 'telephone'), tried('2026-01-31', 'letter')], false],
    ['none', [], false],
  ])('%s', (_title, facts, expected) => {
    expect(ongoing?.(facts, settings)).toBe(expected);
  });

  test('is the only thing the language cannot say', () => {
    expect(Object.keys(FUNCTIONS)).toEqual(['ongoing attempts']);
  });
});
