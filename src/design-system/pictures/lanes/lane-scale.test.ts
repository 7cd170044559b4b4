import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { isCut, monthTicks, xOf } from './lane-scale.ts';

const scale = { from: day('2026-10-01'), to: day('2026-10-11'), left: 100, right: 200, edge: 230 };

describe('where a day stands', () => {
  it.each([
    ['2026-10-01', 100],
    ['2026-10-06', 150],
    ['2026-10-11', 200],
    ['2026-09-01', 100],
    ['2027-01-01', 200],
  ])('%s at %i', (text, x) => expect(xOf(scale, day(text))).toBe(x));
});

describe('words beside a line', () => {
  it.each([
    ['Oct', 120, false],
    ['Oct', 200, false],
    ['Oct', 212, true],
    ['Jan 2027', 170, false],
    ['Jan 2027', 180, true],
  ])('%s at %i would be cut: %s', (words, x, cut) => expect(isCut(scale, x, words)).toBe(cut));
});

describe('months along the top', () => {
  it('begin with the first whole month and name the year in January', () => {
    const labels = monthTicks(day('2026-11-15'), day('2027-02-02')).map((tick) => tick.label);
    expect(labels).toEqual(['Dec', 'Jan 2027', 'Feb']);
  });

  it('are thinned over three years', () => {
    expect(monthTicks(day('2024-01-01'), day('2026-12-31')).length).toBeLessThanOrEqual(8);
  });
});
