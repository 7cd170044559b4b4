import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compiled.ts';
import { checkExamples } from '../examples.ts';
import type { PackFile } from '../model.ts';
import { ALL_KINDS } from '../testing/kinds.ts';
import { allCalendars, compiledFrom, packFrom, sha256 } from '../testing/read-policies.ts';
import { type SmallClause, smallPack } from '../testing/small-pack.ts';
import { loadPack } from './load-pack.ts';

const DUTY =
  '- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: within 30 calendar days\n  met by: plan.submitted';

const DAYS = 'days: { is: 30, source: s, confidence: low }';
const titled = (en: string, es: string) => DUTY.replace('  when', `  title: { en: "${en}", es: "${es}" }\n  when`);

const reasonsOf = (files: readonly PackFile[]): string[] => {
  const pack = loadPack(files, ALL_KINDS, ['new-jersey-state-offices']);
  return pack.ok ? [] : pack.error.map((one) => `${one.file}:${one.line} ${one.reason}`);
};
const refusals = (...clauses: readonly SmallClause[]) => reasonsOf(smallPack(...clauses)).join('\n');

test('a small pack loads', () => {
  expect(refusals({ rules: DUTY })).toBe('');
});

describe('refused, with file, line and reason', () => {
  const cases: readonly (readonly [string, readonly SmallClause[], string])[] = [
    [
      'an unknown kind of fact',
      [{ rules: DUTY.replace('plan.submitted', 'plan.sent') }],
      'rules.yaml:16 "plan.sent" is not a kind of fact',
    ],
    [
      'an unknown field',
      [{ rules: DUTY.replace('met by: plan.submitted', 'met by: { plan.submitted: { sort: initial } }') }],
      'has no field "sort"',
    ],
    [
      'a value the field never has',
      [{ rules: DUTY.replace('met by: plan.submitted', 'met by: { plan.submitted: { kind: first } }') }],
      '"kind" is never "first"; it is one of: initial',
    ],
    [
      'a parameter without a source',
      [{ rules: DUTY, parameters: 'days: { is: 30, confidence: high }' }],
      'parameter days has no source',
    ],
    [
      'a number that is not whole',
      [{ rules: DUTY.replace('30', '{days}'), parameters: 'days: { is: 1.5, source: s, confidence: high }' }],
      'parameter days should be a whole number, not 1.5',
    ],
    [
      'a number nobody defined',
      [{ rules: DUTY.replace('30', '{days}') }],
      '{days} is not a parameter of clause clause-1',
    ],
    [
      'days in force that end before they start',
      [{ rules: DUTY, from: '2026-01-01', to: '2025-01-01' }],
      'ends before it starts',
    ],
    [
      'two versions in force at once',
      [
        { id: 'c', rules: DUTY },
        { id: 'c', rules: DUTY },
      ],
      'clause c is already in force on some of these days',
    ],
    ['one rule id twice', [{ rules: DUTY }, { rules: DUTY }], 'there is already a rule called d'],
    [
      'a term nobody defined',
      [{ rules: DUTY.replace('met by: plan.submitted', 'met by: the-plan') }],
      'names the term "the-plan", which is not defined',
    ],
    [
      'a circle of terms',
      [{ rules: '- term: a\n  facts: b\n- term: b\n  facts: a' }],
      'goes round in a circle: a → b → a',
    ],
    [
      'a set of facts where days are needed',
      [{ rules: `- term: t\n  facts: plan.submitted\n${DUTY}\n  stops during: t` }],
      '"t" is not a span of days',
    ],
    [
      'a deadline nobody can read',
      [{ rules: DUTY.replace('within 30 calendar days', 'soonish') }],
      '"soonish" is not a deadline; write it like',
    ],
    ['a key nobody knows', [{ rules: `${DUTY}\n  do by: now` }], '"do by" is not a key that is known here'],
    [
      'a deadline before a day without a window',
      [{ rules: DUTY.replace('within 30 calendar days', '30 calendar days before') }],
      'add "counts from"',
    ],
    [
      'parts of a duty of each week',
      [
        {
          rules:
            '- duty: d\n  when: enrolment.started\n  owes: [x]\n  repeats: each week\n  met by all: { a: contact.made, b: plan.submitted }',
        },
      ],
      'one act must be enough',
    ],
    [
      'a title with a number the clause does not have',
      [{ parameters: DAYS, rules: titled('{hours: hour|hours}', '{hours: hora|horas}') }],
      'the title names {hours}, which is not a number of clause clause-1',
    ],
    [
      'a title with a brace that is no place for a number',
      [{ parameters: DAYS, rules: titled('{days: day}', '{days}') }],
      'not as in "{days: day}"',
    ],
    [
      'a title that names a number in one language only',
      [{ parameters: DAYS, rules: titled('In {days: day|days}', 'En un mes') }],
      'a title names the same numbers in both languages',
    ],
    ['a duty nobody owes', [{ rules: DUTY.replace('  owes: [x]\n', '') }], 'says nobody owes it'],
    [
      'a function that does not exist',
      [
        {
          rules:
            '- gate: g\n  action: a\n  strength: soft\n  requires:\n    x: { function: guess, over: plan.submitted }',
        },
      ],
      'function "guess", which does not exist',
    ],
    [
      'an example with an impossible fact',
      [
        {
          rules: DUTY,
          examples: '- example: e\n  given: [2026-02-30 enrolment.started]\n  then: [{ duty: d, is: open }]',
        },
      ],
      'should be a day (or instant) and a kind',
    ],
  ];
  test.each(cases)('%s', (_title, clauses, expected) => {
    expect(refusals(...clauses)).toContain(expected);
  });

  test('broken YAML', () => {
    expect(reasonsOf([{ path: 'p.yaml', text: 'pack: [' }]).join('\n')).toContain('p.yaml:1 is not well-formed YAML');
  });

  test('no file that starts with "pack"', () => {
    expect(reasonsOf([{ path: 'p.yaml', text: 'clauses: []' }])).toEqual([
      'p.yaml:1 a pack has one file that starts with "pack"; found 0',
    ]);
  });

  test('a calendar that is not loaded', () => {
    const pack = loadPack(smallPack({ rules: DUTY }), ALL_KINDS, []);
    expect(pack.ok ? '' : pack.error[0]?.reason).toBe(
      'calendar "new-jersey-state-offices" is not loaded; loaded are: none',
    );
  });
});

test('an edition recorded while notes still said where they are shown stays readable', () => {
  expect(refusals({ rules: '- note: n\n  shown at: plan' })).toBe('');
});

test('an example that does not come out is a problem with its place', () => {
  const examples =
    '- example: wrong\n  given: [2026-09-13 enrolment.started]\n  then: [{ duty: d, is: open, due: 2026-10-14 }]';
  const problems = checkExamples(compiledFrom(smallPack({ rules: DUTY, examples })));
  expect(problems).toEqual([
    { file: 'rules.yaml', line: 20, reason: 'example "wrong": d due should be "2026-10-14", is "2026-10-13"' },
  ]);
});

describe('numbers an agency sets', () => {
  const files = smallPack({
    rules: DUTY.replace('30', '{days}'),
    parameters: 'days: { is: 30, source: s, confidence: high }',
  });
  const withNumbers = (parameters: Record<string, number | boolean>) => {
    const pack = loadPack(files, ALL_KINDS, ['new-jersey-state-offices']);
    const compiled = pack.ok
      ? compile(pack.value, { factKinds: ALL_KINDS, calendars: allCalendars(), parameters, sha256 })
      : pack;
    return compiled.ok ? 'accepted' : compiled.error[0]?.reason;
  };
  test.each([
    [{ 'clause-1/days': 20 }, 'accepted'],
    [{ 'clause-1/weeks': 20 }, '"clause-1/weeks" is not a parameter of pack small'],
    [{ 'clause-1/days': true }, '"clause-1/days" should be a number, not true'],
    [{ 'clause-1/days': 1.5 }, '"clause-1/days" should be a whole number, not 1.5'],
  ])('%j is %s', (parameters, expected) => {
    expect(withNumbers(parameters)).toBe(expected);
  });

  test('a cycle has at least one day', () => {
    const cycle = DUTY.replace(/due: .*/, 'repeats: each {days} calendar days');
    const again = smallPack({ rules: cycle, parameters: 'days: { is: 1, source: s, confidence: high }' });
    const compiled = (days: number) => {
      const parameters = { 'clause-1/days': days };
      return compile(packFrom(again), { factKinds: ALL_KINDS, calendars: allCalendars(), parameters, sha256 });
    };
    expect(compiled(1).ok).toBe(true);
    expect(compiled(0)).toMatchObject({
      ok: false,
      error: [{ reason: expect.stringContaining('repeats each 0 days') }],
    });
  });
});
