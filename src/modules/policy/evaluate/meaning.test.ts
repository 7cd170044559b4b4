import { describe, expect, test } from 'vitest';
import { dutyKey } from '../duty.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, lineOf, linesOf, small, smallPack } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const PLAN = `
- duty: plan
  when: enrolment.started
  owes: [care-manager]
  due: within 30 calendar days
  met by: plan.submitted
  void if: enrolment.ended`;

const submitted = { kind: 'initial' };

describe('identity', () => {
  const compiled = small(PLAN);

  test('correcting the day moves the same duty', () => {
    const before = evaluate(compiled, [fact(1, '2026-09-13', 'enrolment.started')]).duties[0];
    const after = evaluate(compiled, [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-20', 'enrolment.started', {}, { supersedes: 1 }),
    ]).duties;
    expect(after.map(dutyKey)).toEqual([before && dutyKey(before)]);
    expect(after.map(lineOf)).toEqual(['open 2026-10-20']);
  });

  test('an exemption stays with the duty when its day is corrected', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-14', 'duty.exempted', { rule: 'plan', root: 1, reason: 'agreed' }),
      fact(3, '2026-09-20', 'enrolment.started', {}, { supersedes: 1 }),
    ];
    expect(linesOf(compiled, facts)).toEqual(['exempted 2026-10-20']);
  });

  test('a withdrawn anchor leaves the duty void, and kept', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-13', 'enrolment.started', {}, { supersedes: 1, withdraws: true }),
    ];
    expect(linesOf(compiled, facts)).toEqual(['void (withdrawn) 2026-10-13']);
  });

  test('of two corrections of one fact the first recorded counts', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-20', 'enrolment.started', {}, { supersedes: 1 }),
      fact(3, '2026-09-25', 'enrolment.started', {}, { supersedes: 1 }),
    ];
    expect(linesOf(compiled, facts)).toEqual(['open 2026-10-20']);
  });

  test('a withdrawn act no longer meets the duty', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-20', 'plan.submitted', submitted),
      fact(3, '2026-09-20', 'plan.submitted', submitted, { supersedes: 2, withdraws: true }),
    ];
    expect(linesOf(compiled, facts)).toEqual(['open 2026-10-13']);
  });
});

describe('days', () => {
  const due = (text: string, more = '') =>
    small(`- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: ${text}\n  met by: plan.submitted\n${more}`);
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['within 30 calendar days', '', '2026-09-13', '2026-10-13'],
    ['within 30 calendar days', '  day zero: counts', '2026-09-13', '2026-10-12'],
    ['within 1 month', '', '2026-01-31', '2026-02-28'],
    ['within 1 year', '', '2024-02-29', '2025-02-28'],
    ['within 1 week', '', '2026-09-13', '2026-09-20'],
    ['within 2 business days', '', '2026-09-11', '2026-09-15'],
    ['within 2 business days', '', '2026-09-12', '2026-09-15'],
    ['within 1 business day', '', '2026-12-24', '2026-12-28'],
    ['within 6 calendar days', '', '2026-09-13', '2026-09-19'],
    ['within 6 calendar days', '  closed days: later', '2026-09-13', '2026-09-21'],
    ['within 6 calendar days', '  closed days: earlier', '2026-09-13', '2026-09-18'],
    ['the same day', '', '2026-09-13', '2026-09-13'],
    ['within 24 hours', '', '2026-09-13', '2026-09-14'],
  ];
  test.each(cases)('%s%s from %s is %s', (text, more, on, expected) => {
    expect(linesOf(due(text, more), [fact(1, on, 'enrolment.started')])).toEqual([`open ${expected}`]);
  });

  test('24 hours are an instant, in the agency zone, across the change of clocks', () => {
    const [duty] = evaluate(due('within 24 hours'), [
      fact(1, '2026-10-31', 'enrolment.started', {}, { at: '2026-10-31T22:30:00-04:00' }),
    ]).duties;
    expect(duty?.dueAt).toBe('2026-11-02T02:30:00.000Z');
    expect(duty && lineOf(duty)).toBe('open 2026-11-01');
  });
});

describe('windows and meeting', () => {
  test('an act before the anchor does not count', () => {
    const facts = [fact(1, '2026-09-10', 'plan.submitted', submitted), fact(2, '2026-09-13', 'enrolment.started')];
    expect(linesOf(small(PLAN), facts)).toEqual(['open 2026-10-13']);
  });

  test('an act on the day itself counts, unless both instants are known and it came first', () => {
    const sameDay = [fact(1, '2026-09-13', 'plan.submitted', submitted), fact(2, '2026-09-13', 'enrolment.started')];
    expect(linesOf(small(PLAN), sameDay)).toEqual(['met 2026-10-13']);
    const cameFirst = [
      fact(1, '2026-09-13', 'plan.submitted', submitted, { at: '2026-09-13T09:00:00-04:00' }),
      fact(2, '2026-09-13', 'enrolment.started', {}, { at: '2026-09-13T10:00:00-04:00' }),
    ];
    expect(linesOf(small(PLAN), cameFirst)).toEqual(['open 2026-10-13']);
  });

  const notice = (more: string) => `
- duty: notice
  when: transition.planned
  owes: [care-manager]
  due: 30 calendar days before
  counts from: 60 calendar days before
  met by: { notice.given: { about: transition } }
${more}`;
  const given = { about: 'transition', to: 'family' };

  test('before a day, an act may come before the plan was recorded, but the window has a beginning and an end', () => {
    const planned = fact(9, '2027-01-31', 'transition.planned', {}, { recordedAt: '2026-12-10T12:00:00Z' });
    const lines = (on: string) => linesOf(small(notice('')), [fact(1, on, 'notice.given', given), planned]);
    expect(lines('2026-11-30')).toEqual(['open 2027-01-01']);
    expect(lines('2026-12-02')).toEqual(['met 2027-01-01']);
    expect(lines('2027-01-02')).toEqual(['open 2027-01-01']);
  });

  test('when the planned day moves, the clause says what still counts', () => {
    const facts = [
      fact(1, '2027-01-31', 'transition.planned', {}, { recordedAt: '2026-12-01T12:00:00Z' }),
      fact(2, '2026-12-20', 'notice.given', given),
      fact(3, '2027-02-10', 'transition.planned', {}, { supersedes: 1, recordedAt: '2026-12-28T12:00:00Z' }),
    ];
    expect(linesOf(small(notice('  after a move: still counts')), facts)).toEqual(['met 2027-01-11']);
    expect(linesOf(small(notice('  after a move: must be done again')), facts)).toEqual(['open 2027-01-11']);
  });

  test.each([
    ['2026-10-13', 'met 2026-10-13'],
    ['2026-10-14', 'met-late 2026-10-13'],
  ])('done on %s it is %s', (on, expected) => {
    expect(
      linesOf(small(PLAN), [fact(1, '2026-09-13', 'enrolment.started'), fact(2, on, 'plan.submitted', submitted)]),
    ).toEqual([expected]);
  });

  test('one act meets the duties of many clauses', () => {
    const compiled = small(`${PLAN}\n${PLAN.replace('duty: plan', 'duty: other').trim()}`);
    expect(
      linesOf(compiled, [
        fact(1, '2026-09-13', 'enrolment.started'),
        fact(2, '2026-09-20', 'plan.submitted', submitted),
      ]),
    ).toEqual(['met 2026-10-13', 'met 2026-10-13']);
  });

  test('partial until all parts are done, and then done on the day of the last', () => {
    const compiled = small(`
- duty: both
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by all: { plan: plan.submitted, crisis plan: crisis-plan.completed }`);
    const start = [fact(1, '2026-09-13', 'enrolment.started'), fact(2, '2026-09-20', 'plan.submitted', submitted)];
    const [partial] = evaluate(compiled, start).duties;
    expect([partial?.state, partial?.openParts]).toEqual(['partial', ['crisis plan']]);
    const [done] = evaluate(compiled, [...start, fact(3, '2026-10-20', 'crisis-plan.completed')]).duties;
    expect([done?.state, done?.metBy]).toEqual(['met-late', [2, 3]]);
  });
});

describe('impossible in time', () => {
  const lines = (recordedAt: string, more: Parameters<typeof linesOf>[1] = []) =>
    linesOf(small(PLAN), [fact(1, '2026-09-13', 'enrolment.started', {}, { recordedAt }), ...more]);

  test.each([
    ['2026-10-14T03:30:00Z', 'open 2026-10-13'],
    ['2026-10-14T05:00:00Z', 'impossible 2026-10-13'],
  ])('recorded at %s it is %s', (recordedAt, expected) => {
    expect(lines(recordedAt)).toEqual([expected]);
  });

  test('done afterwards it is met, and never a violation', () => {
    expect(lines('2026-12-01T12:00:00Z', [fact(2, '2026-12-02', 'plan.submitted', submitted)])).toEqual([
      'met 2026-10-13',
    ]);
  });

  test('a late correction does not wash away that it was late', () => {
    const corrected = fact(
      2,
      '2026-09-12',
      'enrolment.started',
      {},
      { supersedes: 1, recordedAt: '2026-12-01T12:00:00Z' },
    );
    expect(lines('2026-09-13T17:00:00Z', [corrected])).toEqual(['open 2026-10-12']);
  });

  test('a correction that moves the day into the past makes it impossible when it was not late before', () => {
    const corrected = fact(
      2,
      '2026-08-01',
      'enrolment.started',
      {},
      { supersedes: 1, recordedAt: '2026-09-20T12:00:00Z' },
    );
    expect(lines('2026-09-13T17:00:00Z', [corrected])).toEqual(['impossible 2026-08-31']);
  });
});

describe('pauses', () => {
  const compiled = small(`
- term: away
  span: { from: missing.started, to: missing.ended }
- duty: plan
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by: plan.submitted
  stops during: away`);

  test('a stopped count goes on by as many days', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-20', 'missing.started'),
      fact(3, '2026-09-30', 'missing.ended'),
    ];
    expect(linesOf(compiled, facts)).toEqual(['open 2026-10-23']);
  });

  test('a pause that lies in the days it pushes over counts too', () => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-10-10', 'missing.started'),
      fact(3, '2026-10-15', 'missing.ended'),
      fact(4, '2026-10-16', 'missing.started'),
      fact(5, '2026-10-17', 'missing.ended'),
    ];
    expect(linesOf(compiled, facts)).toEqual(['open 2026-10-19']);
  });

  test('while a pause has no end the day it began is named', () => {
    const [duty] = evaluate(compiled, [
      fact(1, '2026-09-13', 'enrolment.started'),
      fact(2, '2026-09-20', 'missing.started'),
    ]).duties;
    expect(duty?.pausedFrom).not.toBeNull();
  });
});

describe('decisions', () => {
  const start = fact(1, '2026-09-13', 'enrolment.started');
  const about = { rule: 'plan', root: 1 };
  const cases: readonly (readonly [string, readonly ReturnType<typeof fact>[], string])[] = [
    [
      'done on a day with evidence',
      [fact(2, '2026-10-01', 'duty.attested', { ...about, evidence: 'e' })],
      'met 2026-10-13',
    ],
    [
      'done on a day too late',
      [fact(2, '2026-10-20', 'duty.attested', { ...about, evidence: 'e' })],
      'met-late 2026-10-13',
    ],
    ['handed to somebody', [fact(2, '2026-10-01', 'duty.delegated', { ...about, to: 'csa' })], 'delegated 2026-10-13'],
    [
      'exempted and reopened',
      [
        fact(2, '2026-10-01', 'duty.exempted', { ...about, reason: 'r' }),
        fact(3, '2026-10-02', 'duty.reopened', about),
      ],
      'open 2026-10-13',
    ],
    [
      'a decision on another duty',
      [fact(2, '2026-10-01', 'duty.exempted', { ...about, root: 7, reason: 'r' })],
      'open 2026-10-13',
    ],
  ];
  test.each(cases)('%s', (_title, decided, expected) => {
    expect(linesOf(small(PLAN), [start, ...decided])).toEqual([expected]);
  });
});

describe('precedence and versions', () => {
  test('the stronger authority is owed, the weaker is shown', () => {
    const rule = (id: string, days: number) =>
      `- duty: ${id}\n  when: enrolment.started\n  owes: [x]\n  topic: plan\n  due: within ${days} calendar days\n  met by: plan.submitted`;
    const compiled = compiledFrom(
      smallPack({ authority: 'policy', rules: rule('weak', 20) }, { authority: 'federal', rules: rule('strong', 40) }),
    );
    const { duties } = evaluate(compiled, [fact(1, '2026-09-13', 'enrolment.started')]);
    expect(duties.map((duty) => [duty.rule, duty.state, duty.yieldsTo])).toEqual([
      ['weak', 'void', 'strong'],
      ['strong', 'open', null],
    ]);
  });

  test('the version in force on the anchor day decides', () => {
    const rule = (days: number) =>
      `- duty: plan\n  when: enrolment.started\n  owes: [x]\n  due: within ${days} calendar days\n  met by: plan.submitted`;
    const compiled = compiledFrom(
      smallPack({ id: 'c', rules: rule(30), to: '2026-06-30' }, { id: 'c', rules: rule(20), from: '2026-07-01' }),
    );
    expect(linesOf(compiled, [fact(1, '2026-06-30', 'enrolment.started')])).toEqual(['open 2026-07-30']);
    expect(linesOf(compiled, [fact(1, '2026-07-01', 'enrolment.started')])).toEqual(['open 2026-07-21']);
  });
});

test('a duty is as closely held as the strictest fact that made it', () => {
  const facts = [
    fact(1, '2026-09-13', 'enrolment.started'),
    fact(2, '2026-09-20', 'plan.submitted', submitted, { category: 'substance-use' }),
  ];
  expect(evaluate(small(PLAN), facts).duties[0]?.category).toBe('substance-use');
});
