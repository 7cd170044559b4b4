import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, isoDay } from '#shared/calendar-day.ts';
import { readDay } from './read-day.ts';
import { readReceived } from './read-received.ts';

const today = day('2026-03-02');

describe('a day as people write it', () => {
  it.each([
    ['2012-10-07', '2012-10-07'],
    ['2012/10/7', '2012-10-07'],
    ['2012-10-07T00:00:00', '2012-10-07'],
    ['10/7/2012', '2012-10-07'],
    ['10-07-2012', '2012-10-07'],
    ['10/7/12', '2012-10-07'],
    ['10/7/27', '1927-10-07'],
    ['7-Oct-2012', '2012-10-07'],
    ['7 October 2012', '2012-10-07'],
    ['October 7th, 2012', '2012-10-07'],
    ['20121007', '2012-10-07'],
    ['41189', '2012-10-07'],
  ])('%s is %s', (text, iso) => {
    const read = readDay(text, today);
    expect(read.ok && isoDay(read.day)).toBe(iso);
  });

  it.each([
    ['', 'missing'],
    ['soon', 'not-a-date'],
    ['2012', 'not-a-date'],
    ['123456', 'not-a-date'],
    ['7-Foo-2012', 'not-a-date'],
    ['2031-02-30', 'no-such-day'],
    ['2/29/2013', 'no-such-day'],
    ['13/45/2012', 'no-such-day'],
    ['25/12/2012', 'day-before-month'],
  ])('"%s" is refused: %s', (text, code) => {
    expect(readDay(text, today)).toEqual({ ok: false, code });
  });

  it('reads every day back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (number) => {
        const iso = isoDay((number + 0) as ReturnType<typeof day>);
        expect(readDay(iso, today)).toMatchObject({ ok: true, day: number });
        const [year, month, dayOfMonth] = iso.split('-');
        expect(readDay(`${month}/${dayOfMonth}/${year}`, today)).toMatchObject({ ok: true, day: number });
      }),
    );
  });

  it('throws for no text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readReceived(text, today).ok === 'boolean'));
  });
});

describe('when a referral was received', () => {
  it.each([
    ['2026-02-20T16:49Z', '2026-02-20', '2026-02-20T16:49:00Z'],
    ['2026-02-21T03:30:00Z', '2026-02-20', '2026-02-21T03:30:00Z'],
    ['2026-02-20 11:49', '2026-02-20', '2026-02-20T16:49:00Z'],
    ['7/1/2025 4:05 PM', '2025-07-01', '2025-07-01T20:05:00Z'],
    ['2026-02-20T11:49-05:00', '2026-02-20', '2026-02-20T16:49:00Z'],
    ['2/20/2026', '2026-02-20', null],
  ])('%s is on %s in New Jersey', (text, on, at) => {
    expect(readReceived(text, today)).toMatchObject({ ok: true, on, at });
  });

  it.each(['2026-02-20 25:00', '2026-02-20 13:00 PM', '2026-02-20T10:00+99:00'])('%s is refused', (text) => {
    expect(readReceived(text, today)).toMatchObject({ ok: false, code: 'no-such-hour' });
  });
});
