import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { duty, explained, lineOfReason, MET_BY_PLAN, sent, start, started } from '../testing/explained.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, smallPack } from '../testing/small-pack.ts';
import { explainDuty } from './explain-duty.ts';
import { word } from './word.ts';

const reasons = (rules: string, facts: readonly Fact[], key?: string) =>
  explained(rules, facts, key).reasons.map(lineOfReason);
const DEADLINE = 'deadline amount 30 unit calendar days direction after';

describe('the steps to a deadline and a state', () => {
  test.each<[situation: string, rules: string, facts: readonly Fact[], reasons: readonly string[]]>([
    ['open', duty(MET_BY_PLAN), [start], [DEADLINE]],
    ['met', duty(MET_BY_PLAN), [start, sent(2, '2026-09-20')], [DEADLINE, 'met seqs 2 2026-09-20 late false']],
    ['met late', duty(MET_BY_PLAN), [start, sent(2, '2026-10-15')], [DEADLINE, 'met seqs 2 2026-10-15 late true']],
    [
      'before a day',
      duty(`${MET_BY_PLAN}\n  counts from: any time`, 'due: 2 weeks before'),
      [started(1, '2026-09-14', { recordedAt: '2026-08-01T12:00:00Z' })],
      ['deadline amount 2 unit weeks direction before'],
    ],
    [
      'with a last reading of its own',
      duty(`${MET_BY_PLAN}\n  late after: within 40 calendar days`),
      [start],
      [DEADLINE, 'last-reading 2026-10-24'],
    ],
    ['a target', duty(MET_BY_PLAN, 'target: within 30 calendar days'), [start], [DEADLINE, 'target']],
    [
      'met in another way than preferred',
      duty(`${MET_BY_PLAN}\n  prefer: { plan.submitted: { kind: review } }`),
      [start, sent(2, '2026-09-20')],
      [DEADLINE, 'met seqs 2 2026-09-20 late false', 'not-preferred'],
    ],
    [
      'half done',
      duty('  met by all: { plan: plan.submitted, crisis plan: crisis-plan.completed }'),
      [start, sent(2, '2026-09-20')],
      [DEADLINE, 'open-parts parts crisis plan'],
    ],
    [
      'past before anybody knew of it',
      duty(MET_BY_PLAN),
      [started(1, '2026-09-14', { recordedAt: '2026-12-01T12:00:00Z' })],
      [DEADLINE, 'impossible'],
    ],
    [
      'decided about',
      duty(MET_BY_PLAN),
      [start, fact(2, '2026-10-01', 'duty.exempted', { rule: 'd', root: 1, reason: 'r' })],
      [DEADLINE, 'decided kind exempted seq 2'],
    ],
    [
      'taken away in time',
      duty(`${MET_BY_PLAN}\n  void if: discharge.requested`),
      [start, fact(2, '2026-09-20', 'discharge.requested', { by: 'parent' })],
      [DEADLINE, 'void because voided'],
    ],
    [
      'taken away afterwards',
      duty(`${MET_BY_PLAN}\n  void if: discharge.requested`),
      [start, fact(2, '2026-11-20', 'discharge.requested', { by: 'parent' })],
      [DEADLINE, 'missed because voided 2026-11-20'],
    ],
    [
      'to be taken away on a day to come',
      `${duty(`${MET_BY_PLAN}\n  suspended during: grown`)}\n- term: grown\n  span: { from: { 18 years after: youth.born } }`,
      [start, fact(2, '2008-12-01', 'youth.born', {}, { recordedAt: '2026-09-14T17:00:00Z' })],
      [DEADLINE, 'ends 2026-12-01'],
    ],
    [
      'corrected twice, once without moving its day',
      duty(MET_BY_PLAN),
      [
        started(1, '2026-09-10'),
        started(2, '2026-09-14', { supersedes: 1 }),
        started(3, '2026-09-14', { supersedes: 2, category: 'school' }),
      ],
      [DEADLINE, 'corrected 2026-09-10 seq 1'],
    ],
  ])('%s', (_situation, rules, facts, expected) => {
    expect(reasons(rules, facts)).toEqual(expected);
  });

  test.each<[situation: string, stay: readonly [from: string, to: string | null], reasons: readonly string[]]>([
    ['a pause that was over before', ['2026-09-01', '2026-09-14'], []],
    ['a pause that began before', ['2026-09-01', '2026-09-15'], ['paused 2026-09-01 2026-09-15']],
    ['a pause in its days', ['2026-09-20', '2026-09-25'], ['paused 2026-09-20 2026-09-25']],
    ['a pause from its last day on', ['2026-10-14', null], ['paused 2026-10-14 to null']],
    ['a pause after it', ['2026-10-15', null], []],
  ])('%s', (_situation, [from, to], expected) => {
    const rules = `- term: away\n  span: { from: missing.started, to: missing.ended }${duty(`${MET_BY_PLAN}\n  stops during: away`)}`;
    const ended = to === null ? [] : [fact(3, to, 'missing.ended')];
    const found = reasons(rules, [start, fact(2, from, 'missing.started'), ...ended]);
    expect(found.filter((one) => one.startsWith('paused'))).toEqual(expected);
  });

  test('one of several periods', () => {
    const weekly = duty('  met by: contact.made\n  repeats: each week', '').replace(/\n {2}\n/, '\n');
    const call = fact(2, '2026-09-15', 'contact.made', { with: ['caregiver'], how: 'telephone' });
    expect(reasons(weekly, [start, call], 'd#1#2026-W39')).toEqual(['period unit week label 2026-W39 2026-09-21']);
  });

  test('one of several things', () => {
    const each = duty(`  for each: attended\n${MET_BY_PLAN}`, 'due: within 30 calendar days', 'team-meeting.held');
    const held = fact(1, '2026-09-14', 'team-meeting.held', { purpose: 'first', attended: ['youth', 'school'] });
    expect(reasons(each, [held], 'd#1#school')).toEqual([DEADLINE, 'item item school on null']);
  });

  test('one that brings its own day: the days are counted from it, and the sentence says so', () => {
    const each = `  for each: { of: appointments, named: appointment, on: on }\n${MET_BY_PLAN}`;
    const rules = duty(each, 'due: within 2 business days', '{ contact.made: { appointments: { known: yes } } }');
    const appointments = [{ appointment: 'a1', on: '2026-09-25' }];
    const told = fact(1, '2026-09-11', 'contact.made', { with: ['youth'], how: 'telephone', appointments });
    expect(reasons(rules, [told], 'd#1#a1')).toEqual([
      'deadline amount 2 unit business days direction after',
      'skipped 2026-09-26 why weekend',
      'skipped 2026-09-27 why weekend',
      'item item a1 2026-09-25',
    ]);
    expect(word(explained(rules, [told], 'd#1#a1'), 'en')[0]).toBe(
      'Due Tuesday 29 September 2026: 2 business days after a1 on 25 September 2026 (Section clause-1).',
    );
  });

  test('a stronger rule', () => {
    const rule = (id: string) => duty(`${MET_BY_PLAN}\n  topic: plan`).replace('duty: d', `duty: ${id}`).trim();
    const compiled = compiledFrom(
      smallPack({ authority: 'policy', rules: rule('weak') }, { authority: 'state', rules: rule('strong') }),
    );
    expect(explainDuty(compiled, [start], 'weak#1')?.reasons.map(lineOfReason)).toEqual([
      DEADLINE,
      'outranked by strong',
    ]);
  });

  test('the version of the clause that was in force', () => {
    const version = (days: number, rest: object) => ({
      id: 'c',
      rules: duty(MET_BY_PLAN, `due: within ${days} calendar days`).trim(),
      ...rest,
    });
    const compiled = compiledFrom(smallPack(version(30, { to: '2026-09-14' }), version(20, { from: '2026-09-15' })));
    const first = (facts: readonly Fact[]) => explainDuty(compiled, facts, 'd#1')?.reasons.map(lineOfReason)[0];
    expect(first([start])).toBe(DEADLINE);
    expect(first([started(1, '2026-09-15')])).toBe('deadline amount 20 unit calendar days direction after');
  });
});

describe('days of offices', () => {
  const within = (days: number) => duty(MET_BY_PLAN, `due: within ${days} business days`);
  test('a weekend and a holiday are named, the day it counts from is not', () => {
    expect(reasons(within(2), [started(1, '2026-12-24')]).slice(1)).toEqual([
      'skipped 2026-12-25 why Christmas Day',
      'skipped 2026-12-26 why weekend',
      'skipped 2026-12-27 why weekend',
    ]);
    expect(reasons(within(1), [started(1, '2026-09-13')]).slice(1)).toEqual([]);
  });

  test('beyond the table of holidays it says so', () => {
    const far = reasons(within(2), [started(1, '2094-09-14')]);
    expect(far.at(-1)).toBe('calendar-unknown 2094-09-16');
  });

  test('counted backwards, from the last day back', () => {
    const rules = duty(`${MET_BY_PLAN}\n  counts from: any time`, 'due: 2 business days before');
    const planned = started(1, '2026-09-14', { recordedAt: '2026-08-01T12:00:00Z' });
    expect(reasons(rules, [planned]).slice(1)).toEqual([
      'skipped 2026-09-12 why weekend',
      'skipped 2026-09-13 why weekend',
    ]);
  });
});
