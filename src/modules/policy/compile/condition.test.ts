import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { fact, linesOf, small } from '../testing/small-pack.ts';

/** Whether a duty is owed whose condition is asked on 1 October 2026. */
function owed(condition: string, facts: readonly Fact[], terms = ''): boolean {
  const compiled = small(`${terms}
- duty: d
  when: stay.started
  if: ${condition}
  owes: [x]
  due: within 30 calendar days
  met by: plan.submitted`);
  const anchor = fact(100, '2026-10-01', 'stay.started', { stay: 's1', setting: 'group-home' });
  return linesOf(compiled, [...facts, anchor], 'd').length === 1;
}

const met = (seq: number, on: string) => fact(seq, on, 'team-meeting.held', { purpose: 'review', attended: ['youth'] });
const review = (seq: number, on: string, stay: string) => fact(seq, on, 'joint-care-review.received', { stay });
const tried = (seq: number, on: string, how = 'telephone') =>
  fact(seq, on, 'contact.attempted', { with: ['youth'], how });
const missing = (seq: number, on: string) => fact(seq, on, 'missing.started');
const found = (seq: number, on: string) => fact(seq, on, 'missing.ended');

describe('has and lacks', () => {
  test.each<[situation: string, has: boolean, facts: readonly Fact[]]>([
    ['nothing', false, []],
    ['before that day', true, [met(1, '2026-09-01')]],
    ['on that day', true, [met(1, '2026-10-01')]],
    ['after it', false, [met(1, '2026-10-02')]],
  ])('%s', (_situation, has, facts) => {
    expect(owed('{ has: team-meeting.held }', facts)).toBe(has);
    expect(owed('{ lacks: team-meeting.held }', facts)).toBe(!has);
  });

  test.each<[situation: string, has: boolean, on: string]>([
    ['a month ago to the day', true, '2026-09-01'],
    ['a day more than a month ago', false, '2026-08-31'],
    ['on that day', true, '2026-10-01'],
  ])('within 1 month: %s', (_situation, has, on) => {
    expect(owed('{ has: team-meeting.held, within: 1 month }', [met(1, on)])).toBe(has);
    expect(owed('{ lacks: team-meeting.held, within: 1 month }', [met(1, on)])).toBe(!has);
  });

  test.each([
    ['the stay it is about', true, 's1'],
    ['another stay', false, 's2'],
  ])('looking at %s', (_situation, has, stay) => {
    const facts = [review(1, '2026-09-20', stay)];
    expect(owed('{ has: { joint-care-review.received: { stay: the same } } }', facts)).toBe(has);
    expect(owed('{ has: { joint-care-review.received: { stay: { not: the same } } } }', facts)).toBe(!has);
    expect(owed('{ at least: 1, of: { joint-care-review.received: { stay: the same } } }', facts)).toBe(has);
  });
});

describe('at least and at most', () => {
  const two = [tried(1, '2026-09-01'), tried(2, '2026-09-10')];
  test.each<[condition: string, facts: readonly Fact[], holds: boolean]>([
    ['{ at least: 2, of: contact.attempted }', two, true],
    ['{ at least: 3, of: contact.attempted }', two, false],
    ['{ at least: 3, of: contact.attempted }', [...two, tried(3, '2026-10-01')], true],
    ['{ at least: 3, of: contact.attempted }', [...two, tried(3, '2026-10-02')], false],
    ['{ at most: 2, of: contact.attempted }', two, true],
    ['{ at most: 1, of: contact.attempted }', two, false],
    ['{ at most: 0, of: contact.attempted }', [], true],
    ['{ at least: 1, of: contact.attempted, since: team-meeting.held }', [...two, met(3, '2026-09-05')], true],
    ['{ at least: 1, of: contact.attempted, since: team-meeting.held }', [...two, met(3, '2026-09-15')], false],
    ['{ at least: 2, of: contact.attempted, since: team-meeting.held }', two, true],
    [
      '{ at least: 2, of: contact.attempted, since: team-meeting.held }',
      [...two, met(3, '2026-08-15'), met(4, '2026-09-05')],
      false,
    ],
    ['{ at least: 2, of: contact.attempted, since: team-meeting.held }', [...two, met(3, '2026-10-05')], true],
    ['{ at most: 0, of: contact.attempted, since: contact.attempted }', two, true],
  ])('%s', (condition, facts, holds) => {
    expect(owed(condition, facts)).toBe(holds);
  });

  // 31 August 2026 is a Monday: the first two lie in one week and in two months, the last two on one day.
  const close = [
    tried(1, '2026-08-31'),
    tried(2, '2026-09-06'),
    tried(3, '2026-09-07'),
    tried(4, '2026-09-07', 'text'),
  ];
  test.each([
    ['days', 3],
    ['weeks', 2],
    ['months', 2],
  ])('in different %s', (what, most) => {
    const asked = (least: number) =>
      owed(`{ at least: ${least}, of: contact.attempted, in different: ${what} }`, close);
    expect([asked(most), asked(most + 1)]).toEqual([true, false]);
    expect(owed(`{ at most: ${most - 1}, of: contact.attempted, in different: ${what} }`, close)).toBe(false);
  });
});

describe('during and not during', () => {
  const away = '- term: away\n  span: { from: missing.started, to: missing.ended }';
  test.each<[situation: string, during: boolean, facts: readonly Fact[]]>([
    ['never missing', false, []],
    ['missing that day', true, [missing(1, '2026-09-20')]],
    ['missing from that day on', true, [missing(1, '2026-10-01')]],
    ['missing from the next', false, [missing(1, '2026-10-02')]],
    ['found on that day', false, [missing(1, '2026-09-20'), found(2, '2026-10-01')]],
    ['found the next', true, [missing(1, '2026-09-20'), found(2, '2026-10-02')]],
  ])('%s', (_situation, during, facts) => {
    expect(owed('{ during: away }', facts, away)).toBe(during);
    expect(owed('{ not during: away }', facts, away)).toBe(!during);
  });
});

describe('all, any and a named function', () => {
  const both = '{ all: [{ has: team-meeting.held }, { has: contact.attempted }] }';
  const either = '{ any: [{ has: team-meeting.held }, { has: contact.attempted }] }';
  test.each<[condition: string, facts: readonly Fact[], holds: boolean]>([
    [both, [], false],
    [both, [met(1, '2026-09-01')], false],
    [both, [met(1, '2026-09-01'), tried(2, '2026-09-02')], true],
    [either, [], false],
    [either, [tried(2, '2026-09-02')], true],
  ])('%s', (condition, facts, holds) => {
    expect(owed(condition, facts)).toBe(holds);
  });

  const ongoing =
    '{ function: ongoing attempts, over: contact.attempted, since: team-meeting.held, with: { attempts: 2, ways: 2, days: 10 } }';
  test.each<[situation: string, facts: readonly Fact[], holds: boolean]>([
    ['ten days and two ways', [tried(1, '2026-09-01'), tried(2, '2026-09-11', 'letter')], true],
    ['the second on that day', [tried(1, '2026-09-01'), tried(2, '2026-10-01', 'letter')], true],
    ['the second after it', [tried(1, '2026-09-01'), tried(2, '2026-10-02', 'letter')], false],
    ['one way', [tried(1, '2026-09-01'), tried(2, '2026-09-11')], false],
    ['nine days', [tried(1, '2026-09-02'), tried(2, '2026-09-11', 'letter')], false],
    [
      'the first before the team met',
      [tried(1, '2026-09-01'), met(2, '2026-09-02'), tried(3, '2026-09-11', 'letter')],
      false,
    ],
    [
      'both after it',
      [met(1, '2026-08-31'), tried(2, '2026-09-01'), tried(3, '2026-09-11', 'letter'), met(4, '2026-10-03')],
      true,
    ],
  ])('ongoing attempts: %s', (_situation, facts, holds) => {
    expect(owed(ongoing, facts)).toBe(holds);
  });
});

describe('what a pattern asks of a field', () => {
  const held = (seq: number, data: Fact['data']) => fact(seq, '2026-09-01', 'team-meeting.held', data);
  const supported = (families: unknown) => fact(1, '2026-09-01', 'caseload.counted', { families } as Fact['data']);
  test.each<[pattern: string, given: Fact, fits: boolean]>([
    ['{ team-meeting.held: { purpose: first } }', held(1, { purpose: 'first' }), true],
    ['{ team-meeting.held: { purpose: first } }', held(1, { purpose: 'review' }), false],
    ['{ team-meeting.held: { purpose: [first, review] } }', held(1, { purpose: 'review' }), true],
    ['{ team-meeting.held: { purpose: { not: first } } }', held(1, { purpose: 'review' }), true],
    ['{ team-meeting.held: { purpose: { not: first } } }', held(1, { purpose: 'first' }), false],
    ['{ team-meeting.held: { purpose: { not: first } } }', held(1, {}), true],
    ['{ team-meeting.held: { purpose: { known: yes } } }', held(1, { purpose: 'first' }), true],
    ['{ team-meeting.held: { purpose: { known: yes } } }', held(1, {}), false],
    ['{ team-meeting.held: { purpose: { known: yes } } }', held(1, { purpose: null }), false],
    ['{ team-meeting.held: { purpose: { known: no } } }', held(1, {}), true],
    ['{ team-meeting.held: { purpose: { known: no } } }', held(1, { purpose: 'first' }), false],
    ['{ team-meeting.held: { attended: youth } }', held(1, { attended: ['caregiver', 'youth'] }), true],
    ['{ team-meeting.held: { attended: youth } }', held(1, { attended: ['caregiver'] }), false],
    ['{ team-meeting.held: { attended: { all: [youth, caregiver] } } }', held(1, { attended: ['youth'] }), false],
    [
      '{ team-meeting.held: { attended: { all: [youth, caregiver] } } }',
      held(1, { attended: ['caregiver', 'youth', 'school'] }),
      true,
    ],
    ['{ team-meeting.held: { attended: { not: youth } } }', held(1, { attended: ['caregiver', 'youth'] }), false],
    ['{ caseload.counted: { families: { at least: 10 } } }', supported(10), true],
    ['{ caseload.counted: { families: { at least: 10 } } }', supported(9), false],
    ['{ caseload.counted: { families: { at most: 10 } } }', supported(10), true],
    ['{ caseload.counted: { families: { at most: 10 } } }', supported(11), false],
  ])('%s of %o', (pattern, given, fits) => {
    expect(owed(`{ has: ${pattern} }`, [given])).toBe(fits);
  });
});
