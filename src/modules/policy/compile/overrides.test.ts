import { describe, expect, test } from 'vitest';
import { ALL_KINDS } from '../testing/kinds.ts';
import { allCalendars, packFrom, sha256 } from '../testing/read-policies.ts';
import { smallPack } from '../testing/small-pack.ts';
import { compile, type Overrides } from './compiled.ts';
import { amountOf } from './settings.ts';

const pack = packFrom(
  smallPack({
    id: 'c',
    parameters: `
days: { is: 30, source: s, confidence: high }
letters: { is: true, source: s, confidence: high }`,
    rules: `
- duty: d
  when: enrolment.started
  owes: [x]
  due: within {days} calendar days
  met by: [plan.submitted, { contact.made: { only if: letters } }]`,
  }),
);

const reasons = (parameters: Overrides, calendars = allCalendars()) => {
  const compiled = compile(pack, { factKinds: ALL_KINDS, calendars, parameters, sha256 });
  return compiled.ok ? [] : compiled.error.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
};

describe('an agency’s own numbers', () => {
  test.each<[situation: string, overrides: Overrides, reasons: readonly string[]]>([
    ['none', {}, []],
    ['a number and a yes or no', { 'c/days': 20, 'c/letters': false }, []],
    ['nought days', { 'c/days': 0 }, []],
    ['a number nobody asked for', { 'c/weeks': 3 }, ['overrides:1 "c/weeks" is not a parameter of pack small']],
    ['a yes for a number', { 'c/days': true }, ['overrides:1 "c/days" should be a number, not true']],
    ['a number for a yes', { 'c/letters': 1 }, ['overrides:1 "c/letters" should be a boolean, not 1']],
    ['less than nothing', { 'c/days': -1 }, ['overrides:1 "c/days" should be a whole number, not -1']],
    ['half a day', { 'c/days': 1.5 }, ['overrides:1 "c/days" should be a whole number, not 1.5']],
    [
      'everything wrong is said at once',
      { 'c/weeks': 3, 'c/days': -1 },
      [
        'overrides:1 "c/weeks" is not a parameter of pack small',
        'overrides:1 "c/days" should be a whole number, not -1',
      ],
    ],
  ])('%s', (_situation, overrides, expected) => {
    expect(reasons(overrides)).toEqual(expected);
  });

  test('are in force, beside the defaults of the others', () => {
    const compiled = compile(pack, {
      factKinds: ALL_KINDS,
      calendars: allCalendars(),
      parameters: { 'c/days': 20 },
      sha256,
    });
    if (!compiled.ok) throw new Error('not compiled');
    expect([...compiled.value.settings]).toEqual([
      ['c/days', 20],
      ['c/letters', true],
    ]);
    expect(compiled.value.overrides).toEqual({ 'c/days': 20 });
    expect(compiled.value.hashes.parameters).toBe(sha256('[["c/days",20],["c/letters",true]]'));
  });
});

test('a pack whose calendar is not there does not compile', () => {
  const others = allCalendars().filter((one) => one.id !== pack.calendar);
  expect(reasons({}, others)).toEqual([`overrides:1 calendar "${pack.calendar}" is not loaded`]);
});

test('a number that is none is a mistake of the program, and says which', () => {
  const settings = new Map<string, number | boolean>([['c/letters', true]]);
  expect(amountOf(settings, 7)).toBe(7);
  expect(() => amountOf(settings, { parameter: 'c/letters' })).toThrow('{"parameter":"c/letters"}');
  expect(() => amountOf(settings, { parameter: 'c/days' })).toThrow(TypeError);
});
