import { describe, expect, it } from 'vitest';
import { ZONE } from '#web/staff/here.ts';
import { byDay, runs } from './roster-days.ts';

const TODAY = '2026-10-13';
const shift = (id: string, from: string, to: string, now = false) => ({ id, seat: id, name: id, from, to, now });
const since = shift('since Monday', '2026-10-12T22:00:00Z', '2026-10-13T12:00:00Z', true);
const tonight = shift('tonight', '2026-10-13T22:00:00Z', '2026-10-14T12:00:00Z');
const late = shift('late', '2026-10-14T02:00:00Z', '2026-10-14T03:00:00Z');
const weekend = shift('weekend', '2026-10-17T22:00:00Z', '2026-10-19T12:00:00Z');

describe('the roster by day', () => {
  it('puts a shift under the day it begins at the agency, and one that runs already under today', () => {
    const days = byDay([weekend, late, tonight, since], TODAY, ZONE);
    expect(days.map(({ day, shifts }) => [day, shifts.map(({ id }) => id)])).toEqual([
      [TODAY, ['since Monday', 'tonight', 'late']],
      ['2026-10-17', ['weekend']],
    ]);
  });

  it('has no days without shifts', () => expect(byDay([], TODAY, ZONE)).toEqual([]));
});

it.each([
  [late, TODAY, '22:00 to 23:00'],
  [tonight, TODAY, '18:00 to Wed 14 Oct, 08:00'],
  [since, TODAY, 'Mon 12 Oct, 18:00 to 08:00'],
  [weekend, '2026-10-17', '18:00 to Mon 19 Oct, 08:00'],
])('%o under %s runs %s', (one, under, said) => expect(runs(one, under, ZONE)).toBe(said));
