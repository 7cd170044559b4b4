import { describe, expect, test } from 'vitest';
import { day, isoDay } from '#shared/calendar-day.ts';
import { fact } from '../testing/small-pack.ts';
import { Entry } from './chronicle.ts';
import type { Interval } from './situation.ts';
import { covers, daysInside, overlapOf, unite, without } from './stretches.ts';

/** `03-08` is from 3 January to the day before the 8th; `03-` has no end. The facts at its ends are those of its days. */
function stretch(text: string): Interval {
  const [from = '', to = ''] = text.split('-').map((part) => (part === '' ? '' : `2026-01-${part}`));
  const at = (on: string) => new Entry(fact(Number(on.slice(-2)), on, 'missing.started'), 0, 1, [], false);
  return {
    from: day(from),
    to: to === '' ? null : day(to),
    startedBy: at(from),
    endedBy: to === '' ? null : at(to),
  };
}
const stretches = (text: string): Interval[] => (text === '' ? [] : text.split(' ').map(stretch));

/** The days, and the facts that began and ended it: each must be that of its own day. */
function written(found: readonly Interval[]): string {
  return found
    .map((one) => {
      const ends = [one.startedBy, one.endedBy].map((entry) => (entry === null ? '' : entry.fact.on.slice(-2)));
      const days = [one.from, one.to].map((at) => (at === null ? '' : isoDay(at).slice(-2)));
      return days.join('-') === ends.join('-') ? days.join('-') : `${days.join('-')} by ${ends.join('-')}`;
    })
    .join(' ');
}

describe('days in any', () => {
  test.each([
    ['nothing', '', ''],
    ['one', '03-08', '03-08'],
    ['apart', '03-08 10-12', '03-08 10-12'],
    ['the later first', '10-12 03-08', '03-08 10-12'],
    ['touching', '03-08 08-12', '03-12'],
    ['overlapping', '03-08 05-12', '03-12'],
    ['one inside the other', '03-12 05-08', '03-12'],
    ['the same end', '03-08 05-08', '03-08'],
    ['one without an end', '03-08 05-', '03-'],
    ['inside one without an end', '03- 05-08', '03-'],
  ])('%s: %s', (_title, given, expected) => {
    expect(written(unite(stretches(given)))).toBe(expected);
  });
});

describe('days in both', () => {
  test.each([
    ['apart', '03-08', '10-12', ''],
    ['touching', '03-08', '08-12', ''],
    ['overlapping', '03-08', '05-12', '05-08'],
    ['the other way round', '05-12', '03-08', '05-08'],
    ['inside', '03-12', '05-08', '05-08'],
    ['around', '05-08', '03-12', '05-08'],
    ['the same', '03-08', '03-08', '03-08'],
    ['two inside one', '03-20', '05-08 10-12', '05-08 10-12'],
    ['both without an end', '03-', '05-', '05-'],
    ['one without an end', '03-', '05-08', '05-08'],
  ])('%s: %s and %s', (_title, one, two, expected) => {
    expect(written(overlapOf(stretches(one), stretches(two)))).toBe(expected);
  });
});

describe('days in the first that are not in the second', () => {
  test.each([
    ['apart', '03-08', '10-12', '03-08'],
    ['touching before', '05-08', '03-05', '05-08'],
    ['touching after', '05-08', '08-10', '05-08'],
    ['the beginning taken', '03-08', '01-05', '05-08'],
    ['the beginning to the day taken', '03-08', '03-05', '05-08'],
    ['the end taken', '03-08', '05-12', '03-05'],
    ['the end to the day taken', '03-08', '05-08', '03-05'],
    ['a hole', '03-12', '05-08', '03-05 08-12'],
    ['two holes', '03-20', '05-08 10-12', '03-05 08-10 12-20'],
    ['all of it', '03-08', '01-12', ''],
    ['all of it to the day', '03-08', '03-08', ''],
    ['a hole without an end', '03-12', '05-', '03-05'],
    ['a hole in one without an end', '03-', '05-08', '03-05 08-'],
    ['both without an end', '03-', '05-', '03-05'],
    ['a hole begun and ended on one day', '03-12', '05-05', '03-12'],
  ])('%s: %s without %s', (_title, whole, taken, expected) => {
    expect(written(without(stretches(whole), stretches(taken)))).toBe(expected);
  });
});

test.each([
  ['02', false],
  ['03', true],
  ['07', true],
  ['08', false],
  ['20', true],
])('a stretch has its first day and not the one it is given as its end: %s', (on, expected) => {
  expect(covers(stretches('03-08 15-'), day(`2026-01-${on}`))).toBe(expected);
});

describe('how many days are inside', () => {
  test.each([
    ['none', '', '01', '20', 0],
    ['before', '03-05', '05', '20', 0],
    ['after', '10-12', '01', '09', 0],
    ['the day it begins is the last', '10-12', '01', '10', 1],
    ['all of it', '10-12', '01', '20', 2],
    ['the day counted from is not counted', '05-08', '05', '20', 2],
    ['only its end', '03-08', '05', '20', 2],
    ['two', '03-05 10-12', '01', '20', 4],
    ['two that overlap', '03-08 05-10', '01', '20', 7],
    ['one inside the other', '03-12 05-08', '01', '20', 9],
    ['one without an end counts nothing', '05-', '01', '20', 0],
    ['beside one without an end', '03- 10-12', '01', '20', 2],
  ])('%s: %s from %s to %s', (_title, given, from, to, expected) => {
    expect(daysInside(stretches(given), day(`2026-01-${from}`), day(`2026-01-${to}`))).toBe(expected);
  });
});
