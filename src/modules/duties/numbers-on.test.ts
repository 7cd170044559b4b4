import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { compile, type Overrides } from '#modules/policy/compile/compiled.ts';
import { judged } from '#modules/policy/evaluate/evaluate.ts';
import { ALL_KINDS } from '#modules/policy/testing/kinds.ts';
import { allCalendars, packFrom, sha256 } from '#modules/policy/testing/read-policies.ts';
import { fact, smallPack } from '#modules/policy/testing/small-pack.ts';
import { day } from '#shared/calendar-day.ts';
import { numbersOn } from './numbers-on.ts';

const pack = packFrom(
  smallPack({
    id: 'c',
    parameters: `
days: { is: 30, source: s, confidence: high }
round: { is: 30, source: s, confidence: high }
other: { is: 5, source: s, confidence: high }`,
    rules: `
- duty: plan
  title: { en: "Plan in {days} days", es: "Plan en {days} días" }
  when: enrolment.started
  owes: [x]
  due: within {days} calendar days
  met by: plan.submitted
- duty: letters
  title: { en: "Letters every {round} days", es: "Cartas cada {round} días" }
  when: outreach.started
  owes: [x]
  repeats: each {round} calendar days from day {round}
  met by: letter.sent
- duty: untold
  title: { en: Call, es: Llamada }
  when: enrolment.started
  owes: [x]
  due: within {other} calendar days
  met by: contact.made`,
  }),
);

/** 30 as written; 20 from the first of November; the same 20, and another number, from the first of December. */
const own = (parameters: Overrides, earlier: readonly [until: string, Overrides][]) => {
  const compiled = compile(pack, {
    factKinds: ALL_KINDS,
    calendars: allCalendars(),
    parameters,
    earlier: earlier.map(([until, numbers]) => ({ until: day(until), parameters: numbers })),
    sha256,
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
};
const SET = own({ 'c/days': 20, 'c/round': 20, 'c/other': 9 }, [
  ['2026-11-01', {}],
  ['2026-12-01', { 'c/days': 20, 'c/round': 20 }],
]);
const start = (on: string) => fact(1, on, 'enrolment.started');
const sent = (on: string) => fact(2, on, 'plan.submitted', { kind: 'initial' });

test.each<[situation: string, rule: string, facts: readonly Fact[], on: string | null]>([
  ['what was met before any number was set', 'plan', [start('2026-09-01'), sent('2026-09-20')], null],
  ['what was owed when the number began', 'plan', [start('2026-10-20')], '2026-11-01'],
  ['what keeps its day, since the new one would have been over before it began', 'plan', [start('2026-10-08')], null],
  ['what begins after another number was set that its title does not say', 'plan', [start('2026-12-10')], '2026-11-01'],
  ['letters that ran before', 'letters', [fact(1, '2026-10-01', 'outreach.started')], null],
  ['letters that began after', 'letters', [fact(1, '2026-11-05', 'outreach.started')], '2026-11-01'],
  ['a title that says no number', 'untold', [start('2026-12-10')], null],
])('%s', (_situation, rule, facts, on) => {
  const found = judged(SET, facts).find(({ duty }) => duty.rule === rule);
  expect(found && numbersOn(SET, found)).toBe(on);
});

test('an agency without numbers of its own has none', () => {
  const plain = own({}, []);
  expect(judged(plain, [start('2026-10-20')]).map((one) => numbersOn(plain, one))).toEqual([null, null]);
});
