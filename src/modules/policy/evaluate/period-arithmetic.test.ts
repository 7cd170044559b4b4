import { describe, expect, test } from 'vitest';
import { day, isoDay } from '#shared/calendar-day.ts';
import type { Repetition } from '../duty.ts';
import { originOf, periodEnd, periodLabel, periodOf, periodStart } from './period-arithmetic.ts';

type Shape = Pick<Repetition, 'unit' | 'origin' | 'firstDays' | 'days'>;

const weeks: Shape = { unit: 'week', origin: day('2026-09-14'), firstDays: 0, days: 0 };
const months: Shape = { ...weeks, unit: 'month', origin: day('2026-09-01') };
const years: Shape = { ...weeks, unit: 'year', origin: day('2026-01-01') };
/** Thirty days first, then ninety each. */
const cycles: Shape = { unit: 'cycle', origin: day('2026-09-14'), firstDays: 30, days: 90 };

describe('the days of a period and its name', () => {
  test.each<[Shape, number, string, string, string]>([
    [weeks, 0, '2026-09-14', '2026-09-20', '2026-W38'],
    [weeks, 15, '2026-12-28', '2027-01-03', '2026-W53'],
    [months, 0, '2026-09-01', '2026-09-30', '2026-09'],
    [months, 5, '2027-02-01', '2027-02-28', '2027-02'],
    [years, 0, '2026-01-01', '2026-12-31', '2026'],
    [years, 2, '2028-01-01', '2028-12-31', '2028'],
    [cycles, 0, '2026-09-14', '2026-10-13', '1'],
    [cycles, 1, '2026-10-14', '2027-01-11', '2'],
    [cycles, 2, '2027-01-12', '2027-04-11', '3'],
  ])('%o number %i', (shape, period, first, last, label) => {
    expect([isoDay(periodStart(shape, period)), isoDay(periodEnd(shape, period))]).toEqual([first, last]);
    expect(periodLabel(shape, period)).toBe(label);
  });
});

describe('the period a day lies in', () => {
  test.each<[Shape, string, number]>([
    [weeks, '2026-09-13', -1],
    [weeks, '2026-09-14', 0],
    [weeks, '2026-09-20', 0],
    [weeks, '2026-09-21', 1],
    [months, '2026-08-31', -1],
    [months, '2026-09-01', 0],
    [months, '2026-09-30', 0],
    [months, '2027-01-01', 4],
    [years, '2025-12-31', -1],
    [years, '2026-12-31', 0],
    [years, '2028-06-15', 2],
    [cycles, '2026-09-14', 0],
    [cycles, '2026-10-13', 0],
    [cycles, '2026-10-14', 1],
    [cycles, '2027-01-11', 1],
    [cycles, '2027-01-12', 2],
  ])('%o on %s: %i', (shape, on, period) => {
    expect(periodOf(shape, day(on))).toBe(period);
  });

  test('before the first cycle it is negative', () => {
    expect(periodOf(cycles, day('2026-09-13'))).toBeLessThan(0);
    expect(periodOf(cycles, day('2025-09-13'))).toBeLessThan(0);
  });
});

describe('where the first period begins', () => {
  test.each<[Repetition['unit'], string, 'own' | 'next', string]>([
    ['week', '2026-09-16', 'own', '2026-09-14'],
    ['week', '2026-09-16', 'next', '2026-09-21'],
    ['week', '2026-09-14', 'next', '2026-09-14'],
    ['month', '2026-09-16', 'own', '2026-09-01'],
    ['month', '2026-09-16', 'next', '2026-10-01'],
    ['month', '2026-09-01', 'next', '2026-09-01'],
    ['month', '2026-12-31', 'next', '2027-01-01'],
    ['year', '2026-09-16', 'own', '2026-01-01'],
    ['year', '2026-09-16', 'next', '2027-01-01'],
    ['year', '2026-01-01', 'next', '2026-01-01'],
    ['cycle', '2026-09-16', 'own', '2026-09-17'],
  ])('a %s after %s, %s: %s', (unit, on, first, origin) => {
    expect(isoDay(originOf(unit, day(on), first))).toBe(origin);
  });
});
