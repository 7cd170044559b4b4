import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { fullDay, lateWords, shortDay } from './day-words.ts';

describe('a day in words', () => {
  it('is short beside the work', () => expect(shortDay(day('2026-10-13'))).toBe('Tue 13 Oct'));

  it('says the year when it is another year', () => {
    expect(shortDay(day('2027-01-04'), day('2026-12-30'))).toBe('Mon 4 Jan 2027');
    expect(shortDay(day('2026-10-13'), day('2026-12-30'))).toBe('Tue 13 Oct');
  });

  it('is whole where it is asked for', () => expect(fullDay(day('2026-10-13'))).toBe('Tuesday, 13 October 2026'));
});

describe('how late', () => {
  it.each([
    ['2026-10-14', ''],
    ['2026-10-13', ''],
    ['2026-10-12', '1 day late'],
    ['2026-10-09', '4 days late'],
  ])('due %s, seen on 13 October: "%s"', (due, words) => {
    expect(lateWords(day(due), day('2026-10-13'))).toBe(words);
  });
});
