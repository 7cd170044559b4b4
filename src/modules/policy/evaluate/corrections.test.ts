import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, linesOf, small, smallPack } from '../testing/small-pack.ts';
import { cameBefore, chronicle, Entry } from './chronicle.ts';
import { evaluate } from './evaluate.ts';

const duty = (more = '', when = 'enrolment.started') => `
- duty: d
  when: ${when}
  owes: [x]
  due: within 30 calendar days
  met by: plan.submitted
${more}`;
const compiled = small(duty());
const started = (seq: number, on: string, rest: Partial<Fact> = {}) => fact(seq, on, 'enrolment.started', {}, rest);
const stay = (seq: number, on: string, setting: string, rest: Partial<Fact> = {}) =>
  fact(seq, on, 'stay.started', { stay: 's1', setting }, rest);

describe('corrections of one fact', () => {
  const first = started(1, '2026-09-13');
  test.each<[situation: string, facts: readonly Fact[], lines: readonly string[]]>([
    [
      'corrected twice',
      [started(2, '2026-09-14', { supersedes: 1 }), started(3, '2026-09-15', { supersedes: 2 })],
      ['open 2026-10-15'],
    ],
    [
      'corrected, and the correction withdrawn: it never was',
      [started(2, '2026-09-14', { supersedes: 1 }), started(3, '2026-09-14', { supersedes: 2, withdraws: true })],
      ['void (withdrawn) 2026-10-14'],
    ],
    [
      'two corrections of one: the first recorded, whichever is handed over first',
      [started(3, '2026-09-25', { supersedes: 1 }), started(2, '2026-09-20', { supersedes: 1 })],
      ['open 2026-10-20'],
    ],
    [
      'withdrawn, and then corrected all the same',
      [started(2, '2026-09-13', { supersedes: 1, withdraws: true }), started(3, '2026-09-20', { supersedes: 1 })],
      ['void (withdrawn) 2026-10-13'],
    ],
    [
      'a fact of another kind corrects nothing',
      [fact(2, '2026-09-20', 'missing.started', {}, { supersedes: 1 })],
      ['open 2026-10-13'],
    ],
    ['a correction of what is not there', [started(3, '2026-09-20', { supersedes: 9 })], ['open 2026-10-13']],
    ['a correction of what comes after it', [started(2, '2026-09-20', { supersedes: 3 })], ['open 2026-10-13']],
  ])('%s', (_situation, facts, lines) => {
    expect(linesOf(compiled, [first, ...facts])).toEqual(lines);
    expect(linesOf(compiled, [...facts, first])).toEqual(lines);
  });
});

describe('what no longer fits its rule', () => {
  const home = small(duty('', '{ stay.started: { setting: group-home } }'));
  test.each<[situation: string, facts: readonly Fact[], lines: readonly string[]]>([
    [
      'corrected to something else: void, and kept',
      [stay(1, '2026-09-13', 'group-home'), stay(2, '2026-09-13', 'inpatient', { supersedes: 1 })],
      ['void (no-longer-fits) 2026-10-13'],
    ],
    [
      'corrected to fit',
      [stay(1, '2026-09-13', 'inpatient'), stay(2, '2026-09-14', 'group-home', { supersedes: 1 })],
      ['open 2026-10-14'],
    ],
    [
      'corrected away and back again',
      [
        stay(1, '2026-09-13', 'group-home'),
        stay(2, '2026-09-13', 'inpatient', { supersedes: 1 }),
        stay(3, '2026-09-14', 'group-home', { supersedes: 2 }),
      ],
      ['open 2026-10-14'],
    ],
    [
      'fitted twice before, on two days: kept once, as it was last',
      [
        stay(1, '2026-09-13', 'group-home'),
        stay(2, '2026-09-14', 'group-home', { supersedes: 1 }),
        stay(3, '2026-09-14', 'inpatient', { supersedes: 2 }),
      ],
      ['void (no-longer-fits) 2026-10-14'],
    ],
    [
      'never fitted, and withdrawn',
      [stay(1, '2026-09-13', 'inpatient'), stay(2, '2026-09-13', 'inpatient', { supersedes: 1, withdraws: true })],
      [],
    ],
  ])('%s', (_situation, facts, lines) => {
    expect(linesOf(home, facts)).toEqual(lines);
  });

  test('moved to a day on which the clause is not in force', () => {
    const old = compiledFrom(smallPack({ rules: duty().trim(), to: '2026-09-30' }));
    const facts = [started(1, '2026-09-13'), started(2, '2026-10-01', { supersedes: 1 })];
    expect(linesOf(old, facts)).toEqual(['void (no-longer-fits) 2026-10-13']);
    expect(linesOf(old, [started(1, '2026-09-30')])).toEqual(['open 2026-10-30']);
  });

  test('is as closely held as its strictest version', () => {
    const facts = [
      stay(1, '2026-09-13', 'group-home', { category: 'substance-use' }),
      stay(2, '2026-09-13', 'inpatient', { supersedes: 1, category: 'school' }),
    ];
    expect(evaluate(home, facts).duties.map((one) => [one.category, one.anchor, one.root])).toEqual([
      ['substance-use', 1, 1],
    ]);
  });

  test('of a duty of each week nothing is kept beside the one that goes on', () => {
    const weekly = small(duty('  repeats: each week').replace('  due: within 30 calendar days\n', ''));
    const facts = [started(1, '2026-09-14'), started(2, '2026-09-22', { supersedes: 1 })];
    expect(linesOf(weekly, facts)).toEqual(['open 2026-10-04 [2026-W40]']);
  });
});

describe('the same event recorded twice', () => {
  const at = (instant: string) => ({ at: instant });
  test.each<[situation: string, facts: readonly Fact[], duties: number]>([
    ['counts once', [started(1, '2026-09-13'), started(2, '2026-09-13')], 1],
    ['on two days it is two', [started(1, '2026-09-13'), started(2, '2026-09-14')], 2],
    [
      'at one instant it is one',
      [started(1, '2026-09-13', at('2026-09-13T15:00:00Z')), started(2, '2026-09-13', at('2026-09-13T11:00:00-04:00'))],
      1,
    ],
    [
      'at two instants it is two',
      [started(1, '2026-09-13', at('2026-09-13T15:00:00Z')), started(2, '2026-09-13', at('2026-09-13T15:01:00Z'))],
      2,
    ],
    [
      'with an hour and without, it is two',
      [started(1, '2026-09-13', at('2026-09-13T15:00:00Z')), started(2, '2026-09-13')],
      2,
    ],
    ['in two categories it is two', [started(1, '2026-09-13'), started(2, '2026-09-13', { category: 'school' })], 2],
    ['saying something else, it is two', [stay(1, '2026-09-13', 'group-home'), stay(2, '2026-09-13', 'inpatient')], 2],
    [
      'one of them withdrawn, the other counts',
      [
        started(1, '2026-09-13'),
        started(2, '2026-09-13'),
        started(3, '2026-09-13', { supersedes: 1, withdraws: true }),
      ],
      1,
    ],
  ])('%s', (_situation, facts, duties) => {
    const both = small(`${duty()}\n${duty('', 'stay.started').replace('duty: d', 'duty: e').trim()}`);
    expect(evaluate(both, facts).duties.filter((one) => one.state === 'open')).toHaveLength(duties);
  });
});

describe('the order of events', () => {
  const kinds = new Map([
    ['missing.started', 0],
    ['missing.ended', 1],
  ]);
  const order = (facts: readonly Fact[]) =>
    chronicle(facts, kinds)
      .byKind.flat()
      .sort((a, b) => a.position - b.position)
      .map((one) => one.fact.seq);
  const event = (seq: number, kind: string, at?: string, data: Fact['data'] = {}) =>
    fact(seq, '2026-09-13', kind, data, at === undefined ? {} : { at });

  test.each<[situation: string, facts: readonly Fact[], order: readonly number[]]>([
    [
      'by the hour, and those without one first',
      [
        event(1, 'missing.ended', '2026-09-13T16:00:00Z'),
        event(2, 'missing.started', '2026-09-13T15:00:00Z'),
        event(3, 'missing.ended'),
      ],
      [3, 2, 1],
    ],
    ['by kind, as the pack names them', [event(1, 'missing.ended'), event(2, 'missing.started')], [2, 1]],
    [
      'by what they say',
      [event(1, 'missing.started', undefined, { a: 2 }), event(2, 'missing.started', undefined, { a: 1 })],
      [2, 1],
    ],
    [
      'the order of the fields says nothing',
      [event(1, 'missing.started', undefined, { b: 1, a: 2 }), event(2, 'missing.started', undefined, { a: 1, b: 9 })],
      [2, 1],
    ],
    ['kinds no rule names are left out', [event(1, 'enrolment.started'), event(2, 'missing.started')], [2]],
  ])('%s', (_situation, facts, expected) => {
    expect(order(facts)).toEqual(expected);
    expect(order([...facts].reverse())).toEqual(expected);
  });

  test.each([
    ['an hour before', '2026-09-13T15:00:00Z', '2026-09-13T16:00:00Z', true],
    ['a minute before', '2026-09-13T15:00:59Z', '2026-09-13T15:01:00Z', true],
    ['within one minute nobody knows', '2026-09-13T15:00:00Z', '2026-09-13T15:00:59Z', false],
    ['after', '2026-09-13T16:00:00Z', '2026-09-13T15:00:00Z', false],
    ['at an hour nobody wrote down', undefined, '2026-09-13T15:00:00Z', false],
  ])('of two kinds: %s', (_title, one, two, expected) => {
    const entry = (kind: number, at?: string) => new Entry(event(1, 'missing.started', at), kind, 1, [], false);
    expect(cameBefore(entry(0, one), entry(1, two))).toBe(expected);
  });
});
