import { describe, expect, test } from 'vitest';
import { day, isoDay } from '#shared/calendar-day.ts';
import type { Pattern } from './duty.ts';
import {
  currentPeriod,
  lastWasMissed,
  metPeriods,
  missedPeriods,
  missedSince,
  type Period,
  periodsSoFar,
  periodToName,
} from './periods.ts';

/**
 * Weeks from Monday 14 September 2026. The first and the third were met; in the fourth the youth was missing for two days.
 */
const weekly: Pattern = {
  unit: 'week',
  origin: day('2026-09-14'),
  firstDays: 0,
  days: 0,
  last: null,
  excused: [{ from: day('2026-10-06'), to: day('2026-10-08') }],
  knownFrom: day('2026-09-01'),
  met: [
    { period: 0, seq: 2, on: day('2026-09-16') },
    { period: 2, seq: 3, on: day('2026-10-01') },
  ],
};
const asEngine = (more: Partial<Pattern> = {}) => ({ pattern: { ...weekly, ...more } });
const asStored = (more: Partial<Pattern> = {}) => {
  const pattern = { ...weekly, ...more };
  return { pattern: { ...pattern, met: metPeriods(pattern) } };
};
const once = { pattern: null };

const lineOf = ({ period, label, from, due, state }: Period) =>
  `${period} ${label} ${isoDay(from)} to ${isoDay(due)} ${state}`;
const FIRST = '0 2026-W38 2026-09-14 to 2026-09-20 met';
const SECOND = '1 2026-W39 2026-09-21 to 2026-09-27';
const THIRD = '2 2026-W40 2026-09-28 to 2026-10-04';

describe.each([
  ['as the engine made it', asEngine],
  ['as it is stored', asStored],
])('a duty of each week, %s', (_title, duty) => {
  test.each([
    ['before the first week', '2026-09-13', []],
    ['on its first day', '2026-09-14', [FIRST]],
    ['on the last day of the second', '2026-09-27', [FIRST, `${SECOND} open`]],
    ['the day after', '2026-09-28', [FIRST, `${SECOND} missed`, `${THIRD} met`]],
  ])('the weeks so far, %s', (_when, today, lines) => {
    expect(periodsSoFar(duty(), day(today)).map(lineOf)).toEqual(lines);
  });

  test('a week touched by the time the youth was missing is excused, whether it is over or not', () => {
    const states = (today: string) => periodsSoFar(duty(), day(today)).map((one) => one.state);
    expect(states('2026-10-11')).toEqual(['met', 'missed', 'met', 'excused']);
    expect(states('2026-10-20')).toEqual(['met', 'missed', 'met', 'excused', 'missed', 'open']);
  });

  test('no week is counted after the last', () => {
    const ended = duty({ last: 1 });
    expect(periodsSoFar(ended, day('2026-12-01')).map(lineOf)).toEqual([FIRST, `${SECOND} missed`]);
    expect(currentPeriod(ended, day('2026-09-27'))?.label).toBe('2026-W39');
    expect(currentPeriod(ended, day('2026-09-28'))).toBeNull();
  });

  test('one whose first week was its last', () => {
    const ended = duty({ last: 0, met: [] });
    expect(missedSince(ended, day('2026-09-14'), day('2026-12-01'))).toBe(1);
    expect(missedPeriods(ended, day('2026-12-01')).map((one) => one.label)).toEqual(['2026-W38']);
  });

  test.each([
    ['2026-09-13', undefined],
    ['2026-09-14', FIRST],
    ['2026-09-21', `${SECOND} open`],
    ['2026-09-27', `${SECOND} open`],
  ])('the week of %s', (today, line) => {
    const current = currentPeriod(duty(), day(today));
    expect(current === null ? undefined : lineOf(current)).toBe(line);
  });

  test.each([
    ['one that is owed', '2026-09-27', '2026-W39'],
    ['one that was met', '2026-10-01', '2026-W40'],
    ['one that is excused', '2026-10-08', undefined],
    ['before the first', '2026-09-13', undefined],
  ])('the week to name beside it: %s', (_title, today, label) => {
    expect(periodToName(duty(), day(today))?.label).toBe(label);
  });

  test.each([
    ['in the second week nothing is missed yet', '2026-09-14', '2026-09-27', 0],
    ['after it, one', '2026-09-14', '2026-09-28', 1],
    ['the excused week does not count', '2026-09-14', '2026-10-18', 1],
    ['the fifth does', '2026-09-14', '2026-10-19', 2],
    ['counted from the week after the missed one', '2026-09-28', '2026-10-19', 1],
    ['counted from the last day of the missed one', '2026-09-27', '2026-10-19', 2],
    ['counted from long before it began', '2026-01-01', '2026-10-19', 2],
  ])('how many were missed: %s', (_title, since, today, missed) => {
    expect(missedSince(duty(), day(since), day(today))).toBe(missed);
  });

  test.each([
    ['in the first week there is none before', '2026-09-20', false],
    ['the one before was met', '2026-09-21', false],
    ['the one before was missed', '2026-09-28', true],
    ['the one before was met again', '2026-10-05', false],
    ['the one before was excused, and the one before that was met', '2026-10-12', false],
    ['the one before was missed again', '2026-10-19', true],
  ])('was the last one missed? %s', (_title, today, missed) => {
    expect(lastWasMissed(duty(), day(today))).toBe(missed);
  });

  test('an excused week does not hide the missed one before it', () => {
    expect(lastWasMissed(duty({ met: [] }), day('2026-10-12'))).toBe(true);
    expect(lastWasMissed(duty({ met: [], knownFrom: day('2026-10-10') }), day('2026-10-12'))).toBe(false);
  });

  test('the very first week missed', () => {
    expect(lastWasMissed(duty({ met: [] }), day('2026-09-21'))).toBe(true);
  });
});

test.each([
  ['nothing met', [], ''],
  ['the first', [0], '1'],
  ['the first and the third', [0, 2], '101'],
  ['only the third', [2], '001'],
])('as it is stored: %s', (_title, periods, marks) => {
  const met = periods.map((period) => ({ period, seq: 1, on: weekly.origin }));
  expect(metPeriods({ ...weekly, met })).toBe(marks);
});

test('a duty owed once has no periods', () => {
  const today = day('2026-10-01');
  expect([currentPeriod(once, today), periodsSoFar(once, today), missedPeriods(once, today)]).toEqual([null, [], []]);
  expect([missedSince(once, today, today), lastWasMissed(once, today)]).toEqual([0, false]);
});
