import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { fact, small } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const compiled = small(`
- coverage: payer
  starts as: unknown
  changes:
    - { from: { coverage.recorded: { payer: medicaid } }, is: medicaid }
    - { from: { coverage.recorded: { payer: private } }, is: private }
    - {
        from: { 35 calendar days after: { stay.started: { setting: detention } } },
        is: none,
        only from: medicaid,
        unless before then: { stay.ended: { stay: the same } },
      }`);

const paid = (seq: number, on: string, payer: string, at?: string) =>
  fact(seq, on, 'coverage.recorded', { payer }, at === undefined ? {} : { at });
const held = (seq: number, on: string, stay = 'd1') => fact(seq, on, 'stay.started', { stay, setting: 'detention' });
const freed = (seq: number, on: string, stay = 'd1') => fact(seq, on, 'stay.ended', { stay, setting: 'detention' });

/** Who pays from when; what it starts as has no first day. */
function lines(...facts: readonly Fact[]): string[] {
  const [coverage] = evaluate(compiled, facts).coverages;
  return (coverage?.intervals ?? []).map(({ payer, from, startedBy }) =>
    startedBy === null ? payer : `${payer} from ${isoDay(from)} by ${startedBy}`,
  );
}

describe('who pays', () => {
  test.each<[situation: string, facts: readonly Fact[], lines: readonly string[]]>([
    ['nothing is known', [], ['unknown']],
    ['one card', [paid(1, '2026-01-05', 'medicaid')], ['unknown', 'medicaid from 2026-01-05 by 1']],
    [
      'the same said again',
      [paid(1, '2026-01-05', 'medicaid'), paid(2, '2026-02-05', 'medicaid')],
      ['unknown', 'medicaid from 2026-01-05 by 1'],
    ],
    [
      'one after the other',
      [paid(1, '2026-01-05', 'medicaid'), paid(2, '2026-02-05', 'private')],
      ['unknown', 'medicaid from 2026-01-05 by 1', 'private from 2026-02-05 by 2'],
    ],
    [
      'two on one day: the later hour counts, and the first leaves no trace',
      [
        paid(1, '2026-01-05', 'private', '2026-01-05T15:00:00Z'),
        paid(2, '2026-01-05', 'medicaid', '2026-01-05T14:00:00Z'),
      ],
      ['unknown', 'private from 2026-01-05 by 1'],
    ],
    [
      'five weeks in detention end it',
      [paid(1, '2026-01-05', 'medicaid'), held(2, '2026-02-01')],
      ['unknown', 'medicaid from 2026-01-05 by 1', 'none from 2026-03-08 by 2'],
    ],
    [
      'released before',
      [paid(1, '2026-01-05', 'medicaid'), held(2, '2026-02-01'), freed(3, '2026-03-07')],
      ['unknown', 'medicaid from 2026-01-05 by 1'],
    ],
    [
      'released on the day it ends',
      [paid(1, '2026-01-05', 'medicaid'), held(2, '2026-02-01'), freed(3, '2026-03-08')],
      ['unknown', 'medicaid from 2026-01-05 by 1', 'none from 2026-03-08 by 2'],
    ],
    [
      'released on the day it began',
      [paid(1, '2026-01-05', 'medicaid'), held(2, '2026-02-01'), freed(3, '2026-02-01')],
      ['unknown', 'medicaid from 2026-01-05 by 1'],
    ],
    [
      'released from another stay',
      [paid(1, '2026-01-05', 'medicaid'), held(2, '2026-02-01'), freed(3, '2026-02-20', 'd2')],
      ['unknown', 'medicaid from 2026-01-05 by 1', 'none from 2026-03-08 by 2'],
    ],
    [
      'a release before it began',
      [paid(1, '2026-01-05', 'medicaid'), freed(3, '2026-01-31'), held(2, '2026-02-01')],
      ['unknown', 'medicaid from 2026-01-05 by 1', 'none from 2026-03-08 by 2'],
    ],
    [
      'of another payer it ends nothing',
      [paid(1, '2026-01-05', 'private'), held(2, '2026-02-01')],
      ['unknown', 'private from 2026-01-05 by 1'],
    ],
  ])('%s', (_situation, facts, expected) => {
    expect(lines(...facts)).toEqual(expected);
  });
});
