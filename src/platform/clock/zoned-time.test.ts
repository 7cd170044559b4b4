import { describe, expect, it } from 'vitest';
import { instantOf, wallTime } from './zoned-time.ts';

const NEW_JERSEY = 'America/New_York';

describe('what the wall shows in New Jersey', () => {
  it.each([
    ['2026-10-12T18:20:00Z', { day: '2026-10-12', hour: '14:20' }],
    ['2026-11-22T02:55:00Z', { day: '2026-11-21', hour: '21:55' }],
    ['2027-01-01T04:59:00Z', { day: '2026-12-31', hour: '23:59' }],
    ['2026-07-01T04:00:00Z', { day: '2026-07-01', hour: '00:00' }],
  ])('at %s', (instant, wall) => {
    expect(wallTime(instant, NEW_JERSEY)).toEqual(wall);
    expect(Date.parse(instantOf(wall, NEW_JERSEY) ?? '')).toBe(Date.parse(instant));
  });

  it('an hour that does not exist in spring is read as a time beside it', () => {
    expect(instantOf({ day: '2026-03-08', hour: '02:30' }, NEW_JERSEY)).toMatch(/^2026-03-08T0[67]:30/);
  });

  it('what is not a time is nothing', () =>
    expect(instantOf({ day: '2026-10-12', hour: 'soon' }, NEW_JERSEY)).toBeNull());
});
