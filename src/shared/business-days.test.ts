import { describe, expect, test } from 'vitest';
import { addBusinessDays, type BusinessCalendar, rollToOpenDay } from './business-days.ts';
import { day, isoDay, weekdayOf } from './calendar-day.ts';

/** Weekends closed; Wednesday 25 November 2026 closed, Friday 27 unsure. */
const calendar: BusinessCalendar = {
  id: 'test',
  standing: (value) => {
    if (weekdayOf(value) > 5 || value === day('2026-11-25')) return 'closed';
    return value === day('2026-11-27') ? 'unsure' : 'open';
  },
  nameOf: () => undefined,
  knows: () => true,
};

describe('counting business days', () => {
  test.each([
    ['2026-11-23', 1, 'strict', '2026-11-24'],
    ['2026-11-23', 2, 'strict', '2026-11-26'],
    ['2026-11-26', 1, 'strict', '2026-11-27'],
    ['2026-11-26', 1, 'lenient', '2026-11-30'],
    ['2026-11-22', 1, 'strict', '2026-11-23'],
    ['2026-11-30', -1, 'strict', '2026-11-27'],
    ['2026-11-30', -2, 'lenient', '2026-11-24'],
    ['2026-11-28', 0, 'strict', '2026-11-28'],
  ] as const)('%s and %i (%s) is %s', (from, count, reading, expected) => {
    expect(isoDay(addBusinessDays(calendar, day(from), count, reading))).toBe(expected);
  });
});

test.each([
  ['2026-11-28', 'later', '2026-11-30'],
  ['2026-11-28', 'earlier', '2026-11-27'],
  ['2026-11-24', 'later', '2026-11-24'],
] as const)('%s rolled %s is %s', (from, towards, expected) => {
  expect(isoDay(rollToOpenDay(calendar, day(from), towards, 'strict'))).toBe(expected);
});
