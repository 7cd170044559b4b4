import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { explainDuty } from '../explain/explain-duty.ts';
import { word } from '../explain/word.ts';
import { fact, lineOf, small } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const once = small(`
- duty: d
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by all: { plan: plan.submitted, crisis plan: crisis-plan.completed }
  void if: discharge.requested`);
const started = fact(1, '2026-09-14', 'enrolment.started');
const decided = (seq: number, on: string, how: string, data: Fact['data'] = {}, rest: Partial<Fact> = {}) =>
  fact(seq, on, `duty.${how}`, { rule: 'd', root: 1, ...data }, rest);

function dutyOf(compiled: typeof once, facts: readonly Fact[]) {
  const [duty] = evaluate(compiled, [started, ...facts]).duties;
  if (duty === undefined) throw new Error('no duty');
  return duty;
}

describe('a decision about a duty owed once', () => {
  test.each<[situation: string, facts: readonly Fact[], line: string, by: number | null]>([
    ['nobody decided', [], 'open 2026-10-14', null],
    ['done on its last day', [decided(2, '2026-10-14', 'attested', { evidence: 'e' })], 'met 2026-10-14', 2],
    ['done the day after', [decided(2, '2026-10-15', 'attested', { evidence: 'e' })], 'met-late 2026-10-14', 2],
    ['exempted', [decided(2, '2026-10-01', 'exempted', { reason: 'r' })], 'exempted 2026-10-14', 2],
    [
      'exempted, and then handed on: the last counts',
      [decided(2, '2026-10-01', 'exempted', { reason: 'r' }), decided(3, '2026-10-02', 'delegated', { to: 'csa' })],
      'delegated 2026-10-14',
      3,
    ],
    [
      'written down in the other order',
      [decided(2, '2026-10-02', 'delegated', { to: 'csa' }), decided(3, '2026-10-01', 'exempted', { reason: 'r' })],
      'delegated 2026-10-14',
      2,
    ],
    [
      'reopened, and exempted again',
      [
        decided(2, '2026-10-01', 'exempted', { reason: 'r' }),
        decided(3, '2026-10-02', 'reopened'),
        decided(4, '2026-10-03', 'exempted', { reason: 'r' }),
      ],
      'exempted 2026-10-14',
      4,
    ],
    [
      'exempted, reopened, and exempted again on one day, with the same reason',
      [
        decided(2, '2026-10-01', 'exempted', { reason: 'r' }),
        decided(3, '2026-10-01', 'reopened'),
        decided(4, '2026-10-01', 'exempted', { reason: 'r' }),
      ],
      'exempted 2026-10-14',
      4,
    ],
    [
      'handed on and taken back on one day',
      [decided(2, '2026-10-01', 'delegated', { to: 'csa' }), decided(3, '2026-10-01', 'reopened')],
      'open 2026-10-14',
      null,
    ],
    [
      'said done on a day before it was reopened, recorded after that',
      [
        decided(2, '2026-10-01', 'exempted', { reason: 'r' }),
        decided(3, '2026-10-03', 'reopened'),
        decided(4, '2026-10-02', 'attested', { evidence: 'e' }, { recordedAt: '2026-10-05T16:00:00Z' }),
      ],
      'met 2026-10-14',
      4,
    ],
    [
      'said done, and that taken back on a later day',
      [
        decided(2, '2026-10-02', 'attested', { evidence: 'e' }, { recordedAt: '2026-10-05T16:00:00Z' }),
        decided(3, '2026-10-06', 'reopened'),
      ],
      'open 2026-10-14',
      null,
    ],
    [
      'about an item it has not',
      [decided(2, '2026-10-01', 'exempted', { reason: 'r', item: 'a' })],
      'open 2026-10-14',
      null,
    ],
    ['about another rule', [decided(2, '2026-10-01', 'exempted', { reason: 'r', rule: 'e' })], 'open 2026-10-14', null],
    [
      'about what is met already',
      [
        fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' }),
        fact(3, '2026-09-21', 'crisis-plan.completed'),
        decided(4, '2026-10-01', 'exempted', { reason: 'r' }),
      ],
      'met 2026-10-14',
      null,
    ],
    [
      'about what is met late already',
      [
        fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' }),
        fact(3, '2026-10-21', 'crisis-plan.completed'),
        decided(4, '2026-10-22', 'exempted', { reason: 'r' }),
      ],
      'met-late 2026-10-14',
      null,
    ],
    [
      'exempted first, and done late all the same',
      [
        fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' }),
        decided(3, '2026-10-10', 'exempted', { reason: 'r' }),
        fact(4, '2026-10-21', 'crisis-plan.completed'),
      ],
      'exempted 2026-10-14',
      3,
    ],
    [
      'exempted first, and done in time all the same',
      [
        fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' }),
        decided(3, '2026-10-01', 'exempted', { reason: 'r' }),
        fact(4, '2026-10-12', 'crisis-plan.completed'),
      ],
      'met 2026-10-14',
      null,
    ],
    [
      'about what is void',
      [
        fact(2, '2026-09-20', 'discharge.requested', { by: 'parent' }),
        decided(3, '2026-10-01', 'exempted', { reason: 'r' }),
      ],
      'void (voided) 2026-10-14',
      null,
    ],
    [
      'about what was missed: done late all the same',
      [
        fact(2, '2026-11-01', 'discharge.requested', { by: 'parent' }),
        decided(3, '2026-10-20', 'attested', { evidence: 'e' }),
      ],
      'met-late 2026-10-14',
      3,
    ],
  ])('%s', (_situation, facts, line, by) => {
    const duty = dutyOf(once, facts);
    expect([lineOf(duty), duty.decidedBy]).toEqual([line, by]);
  });

  test('says to whom it was handed, or nothing', () => {
    expect(dutyOf(once, [decided(2, '2026-10-01', 'delegated', { to: 'csa' })]).delegatedTo).toBe('csa');
    expect(dutyOf(once, [decided(2, '2026-10-01', 'delegated')]).delegatedTo).toBe('');
    expect(dutyOf(once, [decided(2, '2026-10-01', 'exempted', { reason: 'r' })]).delegatedTo).toBeNull();
  });

  test('done on a day leaves no part open, and names what says so', () => {
    const half = fact(2, '2026-09-20', 'plan.submitted', { kind: 'initial' });
    const duty = dutyOf(once, [half, decided(3, '2026-10-01', 'attested', { evidence: 'e' })]);
    expect([duty.openParts, duty.metBy, duty.metOn && isoDay(duty.metOn)]).toEqual([[], [3], '2026-10-01']);
  });

  test('is as closely held as the decision', () => {
    const decision = decided(2, '2026-10-01', 'exempted', { reason: 'r' }, { category: 'substance-use' });
    expect(dutyOf(once, [decision]).category).toBe('substance-use');
  });

  test('what could not have been met in time is never met late', () => {
    const late = fact(1, '2026-09-14', 'enrolment.started', {}, { recordedAt: '2026-12-01T12:00:00Z' });
    const attested = decided(2, '2026-12-02', 'attested', { evidence: 'e' });
    expect(evaluate(once, [late, attested]).duties.map(lineOf)).toEqual(['met 2026-10-14']);
  });
});

describe('a decision about one of many weeks', () => {
  const weekly = small(`
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each week
  met by: contact.made
  ends with: enrolment.ended`);
  const call = (seq: number, on: string) => fact(seq, on, 'contact.made', { with: ['caregiver'], how: 'telephone' });
  const about = (seq: number, how: string, item: string, on = '2026-10-01') =>
    decided(seq, on, how, { item, reason: 'r', evidence: 'e', to: 'csa' });

  test.each<[situation: string, facts: readonly Fact[], line: string]>([
    ['none', [], 'open 2026-09-20 [2026-W38]'],
    ['the first is exempted', [about(2, 'exempted', '2026-W38')], 'open 2026-09-27 [2026-W39]'],
    ['the first was done', [about(2, 'attested', '2026-W38')], 'open 2026-09-27 [2026-W39]'],
    ['the second, which is not asked about yet', [about(2, 'exempted', '2026-W39')], 'open 2026-09-20 [2026-W38]'],
    [
      'the second, when the first was met',
      [call(2, '2026-09-15'), about(3, 'exempted', '2026-W39')],
      'open 2026-10-04 [2026-W40]',
    ],
    [
      'two after each other, and a call in the third',
      [about(2, 'exempted', '2026-W38'), about(3, 'attested', '2026-W39'), call(4, '2026-09-30')],
      'open 2026-10-11 [2026-W41]',
    ],
    ['the first is handed on', [about(2, 'delegated', '2026-W38')], 'delegated 2026-09-20 [2026-W38]'],
    [
      'the first is exempted, the second handed on',
      [about(2, 'exempted', '2026-W38'), about(3, 'delegated', '2026-W39')],
      'delegated 2026-09-27 [2026-W39]',
    ],
    [
      'exempted and reopened',
      [about(2, 'exempted', '2026-W38'), about(3, 'reopened', '2026-W38', '2026-10-02')],
      'open 2026-09-20 [2026-W38]',
    ],
    [
      'missed when care ended, and handed on too late',
      [fact(2, '2026-10-05', 'enrolment.ended', { ground: 'other' }), about(3, 'delegated', '2026-W38')],
      'missed (ended) 2026-09-20 [2026-W38]',
    ],
  ])('%s', (_situation, facts, line) => {
    const duty = dutyOf(weekly, facts);
    expect(lineOf(duty)).toBe(line);
    expect(duty.lateAfter).toBe(duty.due);
  });

  test('with every week decided about before it ended, nothing was missed', () => {
    const facts = [
      fact(2, '2026-10-05', 'enrolment.ended', { ground: 'other' }),
      about(3, 'exempted', '2026-W38'),
      about(4, 'exempted', '2026-W39'),
      about(5, 'attested', '2026-W40'),
    ];
    const duty = dutyOf(weekly, facts);
    expect([lineOf(duty), duty.because, duty.item]).toEqual(['met 2026-10-04', null, null]);
    expect([duty.metBy, duty.metOn && isoDay(duty.metOn)]).toEqual([[5], '2026-10-01']);
    expect(dutyOf(weekly, facts.slice(0, 3)).state).toBe('missed');
  });

  test('with every week exempted before it ended, none was owed and none was met', () => {
    const facts = [
      fact(2, '2026-09-22', 'enrolment.ended', { ground: 'other' }),
      about(3, 'exempted', '2026-W38', '2026-09-21'),
    ];
    const duty = dutyOf(weekly, facts);
    expect([lineOf(duty), duty.metBy, duty.decidedBy]).toEqual(['exempted 2026-09-20', [], 3]);
  });

  test('with the last week before a pause without an end exempted nothing is owed, and it says who decided', () => {
    const paused = small(`
- term: missing
  span: { from: missing.started, to: missing.ended }
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each week
  met by: contact.made
  not owed during: missing`);
    const facts = [fact(2, '2026-09-22', 'missing.started'), about(3, 'exempted', '2026-W38')];
    const duty = dutyOf(paused, facts);
    expect([duty.state, duty.because, duty.decidedBy]).toEqual(['void', 'suspended', 3]);
  });

  test('what is decided about a week holds though one before it was missed', () => {
    const exempt = dutyOf(weekly, [about(2, 'exempted', '2026-W40')]);
    const done = dutyOf(weekly, [about(2, 'attested', '2026-W40', '2026-10-01')]);
    for (const duty of [exempt, done]) expect(lineOf(duty)).toBe('open 2026-09-20 [2026-W38]');
    expect(exempt.pattern?.excused.map(({ from }) => isoDay(from))).toEqual(['2026-09-28']);
    expect(done.pattern?.met.map(({ period, on }) => [period, isoDay(on)])).toEqual([[2, '2026-10-01']]);
    const takenBack = [about(2, 'exempted', '2026-W40'), about(3, 'reopened', '2026-W40', '2026-10-02')];
    expect(dutyOf(weekly, takenBack).pattern?.excused).toEqual([]);
    const nothing = [
      about(2, 'exempted', '2026-W53'),
      about(3, 'exempted', 'no week'),
      about(4, 'exempted', '2025-W01'),
    ];
    expect(dutyOf(weekly, nothing).pattern?.excused.map(({ from }) => isoDay(from))).toEqual(['2026-12-28']);
  });

  test('a week exempted is not counted as met, and touches no other', () => {
    const { pattern } = dutyOf(weekly, [about(2, 'exempted', '2026-W38'), call(3, '2026-09-22')]);
    expect(pattern?.met.map(({ period }) => period)).toEqual([1]);
    expect(pattern?.excused.map(({ from, to }) => [isoDay(from), to && isoDay(to)])).toEqual([
      ['2026-09-14', '2026-09-21'],
    ]);
  });

  test('is as closely held as the decisions', () => {
    const decision = decided(
      2,
      '2026-10-01',
      'attested',
      { item: '2026-W38', evidence: 'e' },
      { category: 'substance-use' },
    );
    expect(dutyOf(weekly, [decision]).category).toBe('substance-use');
  });
});

describe('a duty that comes again so long after each time, exempted', () => {
  const review = small(`
- duty: d
  when: plan.submitted
  repeats: since the last
  owes: [x]
  due: within 30 calendar days
  met by: plan.submitted
  ends with: enrolment.ended`);
  const sent = (seq: number, on: string) => fact(seq, on, 'plan.submitted', { kind: 'review' });
  const first = sent(1, '2026-09-14');
  const exempted = (seq: number, on: string, item?: string) =>
    decided(seq, on, 'exempted', { reason: 'r', ...(item === undefined ? {} : { item }) });
  const ended = (on: string) => fact(9, on, 'enrolment.ended', { ground: 'other' });

  test.each<[situation: string, facts: readonly Fact[], lines: readonly string[]]>([
    ['the next is owed after it', [exempted(2, '2026-10-01')], ['exempted 2026-10-14', 'open 2026-11-13 [2]']],
    [
      'twice',
      [exempted(2, '2026-10-01'), exempted(3, '2026-11-01', '2')],
      ['exempted 2026-10-14', 'exempted 2026-11-13 [2]', 'open 2026-12-13 [3]'],
    ],
    [
      'and reopened: nothing beyond it',
      [exempted(2, '2026-10-01'), decided(3, '2026-10-02', 'reopened')],
      ['open 2026-10-14'],
    ],
    [
      'sent before its day all the same',
      [exempted(2, '2026-10-01'), sent(3, '2026-10-10')],
      ['met 2026-10-14', 'open 2026-11-09'],
    ],
    [
      'sent in the next round',
      [exempted(2, '2026-10-01'), sent(3, '2026-11-02')],
      ['exempted 2026-10-14', 'met 2026-11-13 [2]', 'open 2026-12-02'],
    ],
    [
      'sent after the next round was due',
      [exempted(2, '2026-10-01'), sent(3, '2026-11-20')],
      ['exempted 2026-10-14', 'met-late 2026-11-13 [2]', 'open 2026-12-20'],
    ],
    ['ended in the next round', [exempted(2, '2026-10-01'), ended('2026-11-01')], ['exempted (ended) 2026-10-14']],
    [
      'ended when the next round was late',
      [exempted(2, '2026-10-01'), ended('2026-11-20')],
      ['exempted (ended) 2026-10-14', 'missed (ended) 2026-11-13 [2]'],
    ],
  ])('%s', (_situation, facts, lines) => {
    const found = evaluate(review, [first, ...facts]).duties.map(lineOf);
    expect(found).toEqual(lines);
  });

  test('says what it is counted from', () => {
    const explained = explainDuty(review, [first, exempted(2, '2026-10-01')], 'd#1#2');
    expect(explained && word(explained, 'en')[0]).toBe(
      'Due Friday 13 November 2026: 30 calendar days after the one that was due on 14 October 2026 and need not be done (Section clause-1).',
    );
  });
});
