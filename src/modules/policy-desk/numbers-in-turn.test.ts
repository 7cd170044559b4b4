import { expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { numbersInTurn, type SetNumber } from './numbers-in-turn.ts';

const set = (value: number, from: string, more: Partial<SetNumber> = {}): SetNumber => ({
  parameter: 'c/days',
  value,
  from,
  to: null,
  recordedAt: `${from}T15:00:00Z`,
  endedAt: null,
  ...more,
});
const days = (value: number) => ({ 'c/days': value });

test.each<[situation: string, all: readonly SetNumber[], now: object, earlier: readonly (readonly [string, object])[]]>(
  [
    ['nothing was ever set', [], {}, []],
    ['set once', [set(20, '2026-11-01')], days(20), [['2026-11-01', {}]]],
    ['set to begin later', [set(20, '2026-12-24')], {}, []],
    [
      'set twice',
      [set(20, '2026-11-01'), set(10, '2026-12-01')],
      days(10),
      [
        ['2026-11-01', {}],
        ['2026-12-01', days(20)],
      ],
    ],
    [
      'set again for the same day: the one recorded last',
      [set(20, '2026-11-01'), set(10, '2026-11-01', { recordedAt: '2026-11-01T16:00:00Z' })],
      days(10),
      [['2026-11-01', {}]],
    ],
    [
      'ended: it counted until the day before',
      [set(20, '2026-11-01', { endedAt: '2026-11-20T03:00:00Z' })],
      {},
      [
        ['2026-11-01', {}],
        ['2026-11-19', days(20)],
      ],
    ],
    [
      'set and ended on one day: it never counted',
      [set(20, '2026-11-01', { endedAt: '2026-11-01T20:00:00Z' })],
      {},
      [],
    ],
    [
      'set for some days',
      [set(20, '2026-11-01', { to: '2026-11-10' })],
      {},
      [
        ['2026-11-01', {}],
        ['2026-11-11', days(20)],
      ],
    ],
    [
      'two numbers at different times',
      [set(20, '2026-11-01'), set(3, '2026-11-15', { parameter: 'c/hours' })],
      { 'c/days': 20, 'c/hours': 3 },
      [
        ['2026-11-01', {}],
        ['2026-11-15', days(20)],
      ],
    ],
  ],
)('%s', (_situation, all, now, earlier) => {
  const found = numbersInTurn(all, day('2026-12-10'), 'America/New_York');
  expect(found).toEqual({ now, earlier: earlier.map(([until, parameters]) => ({ until: day(until), parameters })) });
});
