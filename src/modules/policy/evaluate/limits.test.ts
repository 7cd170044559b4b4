import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, small, smallPack } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const met = (seq: number, on: string) => fact(seq, on, 'team-meeting.held', { purpose: 'review', attended: ['youth'] });
const meetings = [met(1, '2026-03-01'), met(2, '2026-03-02'), met(3, '2026-03-03'), met(4, '2026-03-04')];
const limit = (more = '') => `
- limit: meetings
  at most: 2
  of: team-meeting.held
${more}`;

/** Each excess as `seq: how many of how many`. */
const excesses = (rules: string, facts: readonly Fact[]) =>
  evaluate(small(rules), facts).excesses.map(({ seq, counted, atMost }) => `${seq}: ${counted} of ${atMost}`);

const enrolled = '\n- term: enrolled\n  span: { from: enrolment.started, to: enrolment.ended }';

describe('at most two', () => {
  test.each<[situation: string, rules: string, more: readonly Fact[], excesses: readonly string[]]>([
    ['the third and the fourth', limit(), [], ['3: 3 of 2', '4: 4 of 2']],
    ['counted outside care', limit('  during: enrolled') + enrolled, [], []],
    [
      'counted from the day care began',
      limit('  during: enrolled') + enrolled,
      [fact(9, '2026-03-02', 'enrolment.started')],
      ['4: 3 of 2'],
    ],
    [
      'to the day before it ended',
      limit('  during: enrolled') + enrolled,
      [fact(9, '2026-03-01', 'enrolment.started'), fact(10, '2026-03-04', 'enrolment.ended', { ground: 'other' })],
      ['3: 3 of 2'],
    ],
    [
      'anew in each stretch of care',
      limit('  during: enrolled') + enrolled,
      [
        fact(9, '2026-03-01', 'enrolment.started'),
        fact(10, '2026-03-03', 'enrolment.ended', { ground: 'other' }),
        fact(11, '2026-03-03', 'enrolment.started'),
      ],
      [],
    ],
    [
      'lifted from a day',
      limit('  lifted from: discharge.requested'),
      [fact(9, '2026-03-04', 'discharge.requested', { by: 'parent' })],
      ['3: 3 of 2'],
    ],
    [
      'lifted on days on which the youth is missing',
      `${limit('  lifted during: away')}\n- term: away\n  span: { from: missing.started, to: missing.ended }`,
      [fact(9, '2026-03-03', 'missing.started'), fact(10, '2026-03-04', 'missing.ended')],
      ['4: 4 of 2'],
    ],
    [
      'lifted while another pays',
      `${limit('  lifted while coverage: { payer: private }')}
- coverage: payer
  starts as: unknown
  changes:
    - { from: { coverage.recorded: { payer: private } }, is: private }
    - { from: { coverage.recorded: { payer: medicaid } }, is: medicaid }`,
      [
        fact(9, '2026-03-03', 'coverage.recorded', { payer: 'private' }),
        fact(10, '2026-03-04', 'coverage.recorded', { payer: 'medicaid' }),
      ],
      ['4: 4 of 2'],
    ],
    [
      'what lifted it in an earlier stretch of care lifts it no more',
      limit('  during: enrolled\n  lifted from: discharge.requested') + enrolled,
      [
        fact(8, '2026-01-01', 'enrolment.started'),
        fact(9, '2026-01-05', 'discharge.requested', { by: 'parent' }),
        fact(10, '2026-02-01', 'enrolment.ended', { ground: 'other' }),
        fact(11, '2026-03-01', 'enrolment.started'),
      ],
      ['3: 3 of 2', '4: 4 of 2'],
    ],
  ])('%s', (_situation, rules, more, expected) => {
    expect(excesses(rules, [...meetings, ...more])).toEqual(expected);
  });

  test('only while the clause is in force, its first and last day included', () => {
    const compiled = (from: string, to: string) => compiledFrom(smallPack({ rules: limit().trim(), from, to }));
    const found = (from: string, to: string) => evaluate(compiled(from, to), meetings).excesses.map((one) => one.seq);
    expect(found('2026-03-02', '2026-12-31')).toEqual([4]);
    expect(found('2026-03-01', '2026-03-03')).toEqual([3]);
  });
});

test('a number that a fact names, instead of how many there are', () => {
  const rules = '- limit: families\n  at most: 10\n  of: caseload.counted\n  value of: families';
  const counted = (seq: number, on: string, families: number) => fact(seq, on, 'caseload.counted', { families });
  expect(excesses(rules, [counted(1, '2026-03-01', 10), counted(2, '2026-04-01', 12)])).toEqual(['2: 12 of 10']);
});
