import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { fact, lineOf, linesOf, small } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const sent = (seq: number, on: string, rest: Partial<Fact> = {}) =>
  fact(seq, on, 'plan.submitted', { kind: 'initial' }, rest);
const started = (seq: number, on: string, rest: Partial<Fact> = {}) => fact(seq, on, 'enrolment.started', {}, rest);
const duty = (more: string, when = 'enrolment.started', due = 'due: within 30 calendar days') => `
- duty: d
  when: ${when}
  owes: [x]
  ${due}
${more}`;

describe('when an act counts', () => {
  const met = 'met 2026-10-13';
  const open = 'open 2026-10-13';
  const from = (days: string) => `  met by: plan.submitted\n  counts from: ${days} calendar days before`;
  const until = (text: string) => `  met by: plan.submitted\n  counts until: ${text}`;
  test.each<[situation: string, more: string, on: string, line: string]>([
    ['any time before', '  met by: plan.submitted\n  counts from: any time', '2020-01-01', met],
    ['ten days before', from('10'), '2026-09-03', met],
    ['eleven days before', from('10'), '2026-09-02', open],
    ['on the last day, counted until then', until('due'), '2026-10-13', met],
    ['the day after, counted until the last day', until('due'), '2026-10-14', open],
    ['that day, counted on that day only', until('the day itself'), '2026-09-13', met],
    ['the next day, counted on that day only', until('the day itself'), '2026-09-14', open],
    ['years later, counted always', until('always'), '2029-01-01', 'met-late 2026-10-13'],
  ])('%s', (_situation, more, on, line) => {
    expect(linesOf(small(duty(more)), [started(1, '2026-09-13'), sent(2, on)])).toEqual([line]);
  });

  test('of two acts the first counts, and a second of the day is no better', () => {
    const [one] = evaluate(small(duty('  met by: plan.submitted')), [
      started(1, '2026-09-13'),
      sent(3, '2026-09-21'),
      sent(2, '2026-09-20'),
    ]).duties;
    expect([one?.metBy, one?.metOn && isoDay(one.metOn)]).toEqual([[2], '2026-09-20']);
  });

  test('an act of the day at an hour before the duty began counts only where earlier acts do', () => {
    const facts = [
      started(1, '2026-09-13', { at: '2026-09-13T16:00:00Z' }),
      sent(2, '2026-09-13', { at: '2026-09-13T15:00:00Z' }),
    ];
    expect(linesOf(small(duty('  met by: plan.submitted')), facts)).toEqual([open]);
    expect(linesOf(small(duty(from('1'))), facts)).toEqual([met]);
  });
});

describe('a duty that starts its own next round', () => {
  const compiled = small(`
- duty: d
  when: plan.submitted
  owes: [x]
  due: within 30 calendar days
  repeats: since the last
  met by: plan.submitted`);
  test('is met by the next, never by what it hangs on', () => {
    expect(linesOf(compiled, [sent(1, '2026-09-13')])).toEqual(['open 2026-10-13']);
    expect(linesOf(compiled, [sent(1, '2026-09-13'), sent(2, '2026-10-01')])).toEqual([
      'met 2026-10-13',
      'open 2026-10-31',
    ]);
  });
});

describe('met by all of several', () => {
  const compiled = small(
    duty('  met by all: { plan: plan.submitted, crisis plan: crisis-plan.completed, team: plan.submitted }'),
  );
  const crisis = (seq: number, on: string) => fact(seq, on, 'crisis-plan.completed');
  test.each<
    [situation: string, facts: readonly Fact[], state: string, metBy: readonly number[], open: readonly string[]]
  >([
    ['nothing done', [], 'open', [], ['plan', 'crisis plan', 'team']],
    ['one act for two of them', [sent(2, '2026-09-20')], 'partial', [2], ['crisis plan']],
    ['the other only', [crisis(2, '2026-09-20')], 'partial', [2], ['plan', 'team']],
    ['all, the last named first', [crisis(2, '2026-09-20'), sent(3, '2026-09-25')], 'met', [2, 3], []],
    ['all, the last too late', [sent(2, '2026-09-20'), crisis(3, '2026-10-14')], 'met-late', [2, 3], []],
  ])('%s', (_situation, facts, state, metBy, open) => {
    const [one] = evaluate(compiled, [started(1, '2026-09-13'), ...facts]).duties;
    expect([one?.state, one?.metBy, one?.openParts]).toEqual([state, metBy, open]);
  });
});

describe('in the way the clause prefers', () => {
  const compiled = small(duty('  met by: contact.made\n  prefer: { contact.made: { how: in-person } }'));
  const contact = (how: string) => fact(2, '2026-09-20', 'contact.made', { with: ['youth'], how });
  test.each<[situation: string, facts: readonly Fact[], notPreferred: boolean]>([
    ['in person', [contact('in-person')], false],
    ['by telephone', [contact('telephone')], true],
    ['not done at all', [], false],
    [
      'by telephone, and in person later',
      [contact('telephone'), fact(3, '2026-09-21', 'contact.made', { with: ['youth'], how: 'in-person' })],
      true,
    ],
  ])('%s', (_situation, facts, notPreferred) => {
    const [one] = evaluate(compiled, [started(1, '2026-09-13'), ...facts]).duties;
    expect(one?.notPreferred).toBe(notPreferred);
  });
});

describe('what comes first of what takes a duty away', () => {
  const compiled = small(`
- term: away
  span: { from: missing.started, to: missing.ended }
${duty(`  met by: plan.submitted
  void if: discharge.requested
  ends with: enrolment.ended
  suspended during: away`).trim()}`);
  const asked = (on: string) => fact(2, on, 'discharge.requested', { by: 'parent' });
  const ended = (on: string) => fact(3, on, 'enrolment.ended', { ground: 'other' });
  const missing = (on: string) => fact(4, on, 'missing.started');
  test.each<[situation: string, facts: readonly Fact[], line: string]>([
    ['asked to end', [asked('2026-09-20')], 'void (voided) 2026-10-13'],
    ['ended', [ended('2026-09-20')], 'void (ended) 2026-10-13'],
    ['missing', [missing('2026-09-20')], 'void (suspended) 2026-10-13'],
    ['missing from that very day', [missing('2026-09-13')], 'void (suspended) 2026-10-13'],
    ['missing before, and still', [missing('2026-09-01')], 'void (suspended) 2026-10-13'],
    [
      'missing before, and found that day',
      [missing('2026-09-01'), fact(5, '2026-09-13', 'missing.ended')],
      'open 2026-10-13',
    ],
    ['asked, and then ended', [asked('2026-09-20'), ended('2026-09-21')], 'void (voided) 2026-10-13'],
    ['ended, and then asked', [asked('2026-09-21'), ended('2026-09-20')], 'void (ended) 2026-10-13'],
    ['missing, and then ended', [missing('2026-09-19'), ended('2026-09-20')], 'void (suspended) 2026-10-13'],
    ['both on one day: the end is told', [asked('2026-09-20'), ended('2026-09-20')], 'void (ended) 2026-10-13'],
    ['ended on the last day', [ended('2026-10-13')], 'void (ended) 2026-10-13'],
    ['ended the day after', [ended('2026-10-14')], 'missed (ended) 2026-10-13'],
    ['done on the day it ended', [sent(9, '2026-09-20'), ended('2026-09-20')], 'met 2026-10-13'],
    ['done the day after it ended', [sent(9, '2026-09-21'), ended('2026-09-20')], 'void (ended) 2026-10-13'],
    ['asked to end before it began', [asked('2026-09-12')], 'open 2026-10-13'],
  ])('%s', (_situation, facts, line) => {
    expect(linesOf(compiled, [started(1, '2026-09-13'), ...facts], 'd')).toEqual([line]);
  });

  test('is as closely held as what took it away', () => {
    const facts = [started(1, '2026-09-13'), { ...asked('2026-09-20'), category: 'substance-use' as const }];
    expect(evaluate(compiled, facts).duties.map((one) => one.category)).toEqual(['substance-use']);
  });
});

describe('one for each item', () => {
  test('a field that names none makes none', () => {
    const compiled = small(duty(`  for each: attended\n  met by: plan.submitted`, 'team-meeting.held'));
    const held = (attended?: unknown) =>
      fact(1, '2026-09-13', 'team-meeting.held', attended === undefined ? {} : { purpose: 'first', attended });
    const items = (attended?: unknown) => evaluate(compiled, [held(attended)]).duties.map((one) => one.item);
    expect(items(['youth', 'school'])).toEqual(['youth', 'school']);
    expect(items([])).toEqual([]);
    expect(items()).toEqual([]);
    expect(items('youth')).toEqual([]);
  });

  /** Told on the 13th of an appointment on the 20th, due ten days after that one. */
  const told = (seq: number, rest: Partial<Fact> = {}, on = '2026-09-20') => {
    const data = { with: ['youth'], how: 'telephone', appointments: [{ appointment: 'a1', on }] };
    return fact(seq, '2026-09-13', 'contact.made', data, rest);
  };
  const appointment = (more: string, due = 'due: within 10 calendar days') =>
    small(
      duty(
        `  for each: { of: appointments, named: appointment, on: on }\n${more}`,
        '{ contact.made: { appointments: { known: yes } } }',
        due,
      ),
    );

  test.each([
    ['on its day', '2026-09-20', 'met 2026-09-30 [a1]'],
    ['on the day of the fact that named it', '2026-09-13', 'open 2026-09-30 [a1]'],
    ['the day after its day', '2026-09-21', 'open 2026-09-30 [a1]'],
  ])('an item that brings a day is counted from it, also where only that day counts: %s', (_title, on, line) => {
    const compiled = appointment('  met by: plan.submitted\n  counts until: the day itself');
    expect(linesOf(compiled, [told(1), sent(2, on)])).toEqual([line]);
  });

  test('withdrawn, it is void by the same deadline', () => {
    const compiled = appointment('  met by: plan.submitted', 'due: within 24 hours');
    const at = { at: '2026-09-13T15:00:00Z' };
    expect(linesOf(compiled, [told(1, at)])).toEqual(['open 2026-09-21 [a1]']);
    const takenBack = told(2, { ...at, supersedes: 1, withdraws: true });
    expect(linesOf(compiled, [told(1, at), takenBack])).toEqual(['void (withdrawn) 2026-09-21 [a1]']);
  });

  test('moved to a day long past while the first one still lay ahead, nobody could have met it', () => {
    const moved = told(2, { supersedes: 1, recordedAt: '2026-09-27T17:00:00Z' }, '2026-09-01');
    expect(linesOf(appointment('  met by: plan.submitted'), [told(1), moved])).toEqual(['impossible 2026-09-11 [a1]']);
  });
});

test('a duty says what it rests on', () => {
  const [one] = evaluate(small(duty('  met by: plan.submitted')), [started(7, '2026-09-13')]).duties;
  expect(one).toMatchObject({
    rule: 'd',
    clause: 'clause-1',
    cite: 'Section clause-1',
    root: 7,
    anchor: 7,
    item: null,
    owes: ['x'],
    party: 'holder',
    state: 'open',
    force: 'must',
    confidence: 'high',
    category: 'general',
    metBy: [],
    openParts: [],
    notPreferred: false,
    impossible: false,
    until: null,
  });
  expect(one && lineOf(one)).toBe('open 2026-10-13');
});
