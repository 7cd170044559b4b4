import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { type Change, changesBetween } from './change.ts';
import { Impact } from './impact.ts';
import { fact, small } from './testing/small-pack.ts';

const rule = (due: string, more = '', id = 'd') => `
- duty: ${id}
  when: enrolment.started
  owes: [x]
  ${due}
  met by: plan.submitted
${more}`;
const month = rule('due: within 30 calendar days');
const started = fact(1, '2026-09-13', 'enrolment.started');
const sent = fact(2, '2026-10-05', 'plan.submitted', { kind: 'initial' });

const changesIn = (before: string, after: string, facts = [started]) =>
  changesBetween(small(before), small(after), { chart: 'a', facts });

const change = (what: Change['change'], before: string | null, after: string | null, id = 'd'): Change => ({
  chart: 'a',
  key: `${id}#1`,
  rule: id,
  change: what,
  before: before === null ? null : day(before),
  after: after === null ? null : day(after),
});

describe('what a change of rules does to one duty', () => {
  const nobody = rule('due: within 30 calendar days', '', 'other').replace('enrolment.started', 'youth.born');
  const moved = change('moved', '2026-10-13', '2026-10-03');

  test.each<[situation: string, before: string, after: string, facts: (typeof started)[], changes: Change[]]>([
    ['the same rules', month, month, [started], []],
    ['a shorter deadline', month, rule('due: within 20 calendar days'), [started], [moved]],
    [
      'a later last reading only',
      month,
      rule('due: within 30 calendar days', '  late after: within 40 calendar days'),
      [started],
      [change('moved', '2026-10-13', '2026-10-13')],
    ],
    [
      'a shorter deadline with the same last reading',
      rule('due: within 30 calendar days', '  late after: within 40 calendar days'),
      rule('due: within 20 calendar days', '  late after: within 40 calendar days'),
      [started],
      [moved],
    ],
    [
      'an hour later on the same day',
      rule('due: within 24 hours', '  late after: within 25 hours'),
      rule('due: within 24 hours', '  late after: within 26 hours'),
      [fact(1, '2026-09-13', 'enrolment.started', {}, { at: '2026-09-13T14:00:00Z' })],
      [change('moved', '2026-09-14', '2026-09-14')],
    ],
    ['a rule that was not there', nobody, month, [started], [change('opened', null, '2026-10-13')]],
    ['a rule that is no longer there', month, nobody, [started], [change('voided', '2026-10-13', null)]],
    [
      'a rule that a fact takes away now',
      month,
      rule('due: within 30 calendar days', '  void if: plan.submitted').replace(
        'met by: plan.submitted',
        'met by: crisis-plan.completed',
      ),
      [started, sent],
      [change('voided', '2026-10-13', null)],
    ],
    [
      'and one that no fact takes away any more',
      rule('due: within 30 calendar days', '  void if: plan.submitted').replace(
        'met by: plan.submitted',
        'met by: crisis-plan.completed',
      ),
      month,
      [started, sent],
      [change('opened', null, '2026-10-13')],
    ],
    [
      'void before and after',
      rule('due: within 30 calendar days', '  void if: plan.submitted').replace(
        'met by: plan.submitted',
        'met by: crisis-plan.completed',
      ),
      rule('due: within 20 calendar days', '  void if: plan.submitted').replace(
        'met by: plan.submitted',
        'met by: crisis-plan.completed',
      ),
      [started, fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' })],
      [],
    ],
    [
      'a target instead of a duty',
      month,
      rule('target: within 30 calendar days'),
      [started],
      [change('settled', '2026-10-13', '2026-10-13')],
    ],
    [
      'met in another way',
      month,
      month.replace('met by: plan.submitted', 'met by: crisis-plan.completed'),
      [started, sent],
      [change('settled', '2026-10-13', '2026-10-13')],
    ],
  ])('%s', (_situation, before, after, facts, changes) => {
    expect(changesIn(before, after, facts)).toEqual(changes);
  });

  test('a deadline of hours that moves within its day', () => {
    const at = [fact(1, '2026-09-13', 'enrolment.started', {}, { at: '2026-09-13T08:00:00-04:00' })];
    const [one] = changesIn(rule('due: within 24 hours'), rule('due: within 25 hours'), at);
    expect(one?.change).toBe('moved');
  });
});

test('counted per agency and kind of change', () => {
  const before = small(`${month}\n${rule('due: within 10 calendar days', '', 'gone').trim()}`);
  const after = small(
    `${rule('due: within 20 calendar days')}\n${rule('due: within 10 calendar days', '', 'new').trim()}`,
  );
  const chart = (agency: string, name: string) => ({ agency, chart: name, facts: [started] });
  const counted = new Impact(before, after);
  for (const one of [chart('union', 'a'), chart('essex', 'b'), chart('union', 'c')]) counted.add(one);
  const found = counted.agencies;
  expect(found.map((one) => [one.agency, one.charts, one.moved, one.opened, one.voided, one.settled])).toEqual([
    ['union', 2, 2, 2, 2, 0],
    ['essex', 1, 1, 1, 1, 0],
  ]);
  expect(found.map((one) => one.changes.length)).toEqual([6, 3]);
  const weaker = new Impact(small(month), small(rule('target: within 30 calendar days')));
  weaker.add(chart('union', 'a'));
  expect(weaker.agencies[0]?.settled).toBe(1);
});
