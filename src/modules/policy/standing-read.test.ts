import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import type { Pattern } from './duty.ts';
import { type Owed, type Standing, standingOf } from './standing.ts';

/** Due on Wednesday 14 October 2026, late after Friday. */
const owed: Owed = {
  state: 'open',
  force: 'must',
  due: day('2026-10-14'),
  dueAt: null,
  lateAfter: day('2026-10-16'),
  lateAfterAt: null,
  until: null,
  pausedFrom: null,
  pattern: null,
};
const target = { force: 'target' } as const;

type Row = readonly [situation: string, changes: Partial<Owed>, today: string, standing: Standing];

describe('how a duty owed once stands', () => {
  test.each<Row>([
    ['a week before', {}, '2026-10-07', 'later'],
    ['six days before', {}, '2026-10-08', 'soon'],
    ['on the Sunday before', {}, '2026-10-11', 'soon'],
    ['the day before', {}, '2026-10-13', 'soon'],
    ['on its day', {}, '2026-10-14', 'today'],
    ['past the strict reading', {}, '2026-10-15', 'amber'],
    ['on the last day of the last reading', {}, '2026-10-16', 'amber'],
    ['past the last reading', {}, '2026-10-17', 'late'],
    ['a target past it', target, '2026-10-17', 'amber'],
    ['partly done, and late', { state: 'partial' }, '2026-10-17', 'late'],
    ['partly done, in time', { state: 'partial' }, '2026-10-14', 'today'],
  ])('%s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...owed, ...changes }, '', day(today))).toBe(standing);
  });

  test.each<Row>([
    ['met', { state: 'met' }, '2026-12-01', 'met'],
    ['met late', { state: 'met-late' }, '2026-12-01', 'met-late'],
    ['exempted', { state: 'exempted' }, '2026-12-01', 'exempted'],
    ['impossible in time', { state: 'impossible' }, '2026-12-01', 'impossible'],
    ['void', { state: 'void', until: day('2026-11-01') }, '2026-12-01', 'void'],
  ])('what is settled stays so: %s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...owed, ...changes }, '', day(today))).toBe(standing);
  });

  test.each<Row>([
    ['long before', {}, '2026-09-20', 'delegated'],
    ['on its day', {}, '2026-10-14', 'delegated'],
    ['past the strict reading', {}, '2026-10-15', 'amber'],
    ['past the last reading', {}, '2026-10-17', 'late'],
    ['a target past it', target, '2026-10-17', 'amber'],
    ['when the need for it ended', { until: day('2026-10-20') }, '2026-10-20', 'missed'],
  ])('handed to somebody else, it keeps its day: %s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...owed, state: 'delegated', ...changes }, '', day(today))).toBe(standing);
  });

  test.each<Row>([
    ['the day before the need for it ended', { until: day('2026-10-20') }, '2026-10-19', 'late'],
    ['the day it ended', { until: day('2026-10-20') }, '2026-10-20', 'missed'],
    ['missed, read on a day before that', { state: 'missed', until: day('2026-10-20') }, '2026-10-19', 'late'],
  ])('%s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...owed, ...changes }, '', day(today))).toBe(standing);
  });

  const paused = (from: string) => ({ pausedFrom: day(from) });
  test.each<Row>([
    ['the day before the pause', paused('2026-10-10'), '2026-10-09', 'soon'],
    ['the day it began', paused('2026-10-10'), '2026-10-10', 'paused'],
    ['long after, without an end', paused('2026-10-10'), '2027-03-01', 'paused'],
    ['a pause that began on the due day', paused('2026-10-14'), '2026-10-14', 'paused'],
    ['a pause that began after it', paused('2026-10-15'), '2026-10-20', 'late'],
    ['ended while it was paused', { ...paused('2026-10-10'), until: day('2026-10-12') }, '2026-10-12', 'missed'],
  ])('a count that stands still: %s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...owed, ...changes }, '', day(today))).toBe(standing);
  });
});

describe('a deadline of hours is read to the instant', () => {
  const hours: Owed = { ...owed, dueAt: '2026-10-14T19:00:00Z', lateAfterAt: '2026-10-15T19:00:00Z' };
  test.each([
    ['at the instant', '2026-10-14T19:00:00Z', '2026-10-14', 'today'],
    ['a second later', '2026-10-14T19:00:01Z', '2026-10-14', 'amber'],
    ['at the last instant', '2026-10-15T19:00:00Z', '2026-10-15', 'amber'],
    ['a second after that', '2026-10-15T19:00:01Z', '2026-10-15', 'late'],
    ['the day after, at an hour before it', '2026-10-14T18:00:00Z', '2026-10-15', 'today'],
  ])('%s', (_title, now, today, standing) => {
    expect(standingOf(hours, now, day(today))).toBe(standing);
  });
});

describe('a duty of each week', () => {
  /** From Monday 14 September 2026; the first week was met. */
  const pattern: Pattern = {
    unit: 'week',
    origin: day('2026-09-14'),
    firstDays: 0,
    days: 0,
    last: null,
    excused: [],
    knownFrom: day('2026-09-01'),
    met: [{ period: 0, seq: 2, on: day('2026-09-16') }],
  };
  const weekly: Owed = { ...owed, due: day('2026-09-27'), lateAfter: day('2026-09-27'), pattern };

  test.each<Row>([
    ['in the week that was met', {}, '2026-09-17', 'met'],
    ['in the next', {}, '2026-09-21', 'soon'],
    ['on its last day', {}, '2026-09-27', 'today'],
    ['in the one after a missed one', {}, '2026-09-28', 'late'],
    ['a target after a missed one', target, '2026-09-28', 'amber'],
    ['before the first week', { due: day('2026-09-20') }, '2026-09-13', 'later'],
  ])('%s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...weekly, ...changes }, '', day(today))).toBe(standing);
  });

  /** Weeks that touch these days are not owed. */
  const excusing = (from: string, to: string | null) => ({
    pattern: { ...pattern, excused: [{ from: day(from), to: to === null ? null : day(to) }] },
  });
  const exempting = (from: string, to: string) => ({
    pattern: { ...pattern, excused: [{ from: day(from), to: day(to), decided: true as const }] },
  });
  test.each<Row>([
    ['exempted by a decision', exempting('2026-09-21', '2026-09-28'), '2026-09-23', 'exempted'],
    ['exempted by a decision, on the first day after', exempting('2026-09-21', '2026-09-28'), '2026-09-28', 'soon'],
    ['exempted by a decision, after one that was missed', exempting('2026-09-28', '2026-10-05'), '2026-09-30', 'late'],
    ['excused, and nothing was missed', excusing('2026-09-22', '2026-09-24'), '2026-09-23', 'paused'],
    ['excused, after one that was missed', excusing('2026-09-29', '2026-09-30'), '2026-09-30', 'late'],
    [
      'excused, a target after one that was missed',
      { ...excusing('2026-09-29', null), ...target },
      '2026-09-30',
      'amber',
    ],
    ['excused without an end, long after one that was missed', excusing('2026-09-29', null), '2026-11-30', 'late'],
    ['owed again, after one that was excused', excusing('2026-09-22', '2026-09-24'), '2026-09-29', 'soon'],
  ])('a week that is not owed: %s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...weekly, ...changes }, '', day(today))).toBe(standing);
  });

  const handedOn = { state: 'delegated' } as const;
  test.each<Row>([
    ['in that week', handedOn, '2026-09-23', 'delegated'],
    ['on its last day', handedOn, '2026-09-27', 'delegated'],
    ['in the next, when nobody did it', handedOn, '2026-09-28', 'late'],
    ['in the next, a target', { ...handedOn, ...target }, '2026-09-28', 'amber'],
    ['after care ended', { ...handedOn, until: day('2026-10-01') }, '2026-10-01', 'missed'],
  ])('a week handed on: %s', (_situation, changes, today, standing) => {
    expect(standingOf({ ...weekly, ...changes }, '', day(today))).toBe(standing);
  });

  test('met this week, whatever was missed before', () => {
    const met = [{ period: 2, seq: 3, on: day('2026-09-30') }];
    expect(standingOf({ ...weekly, pattern: { ...pattern, met } }, '', day('2026-10-01'))).toBe('met');
  });
});
