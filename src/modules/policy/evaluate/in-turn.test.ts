import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { day, isoDay } from '#shared/calendar-day.ts';
import { compile, type EarlierNumbers, type Overrides } from '../compile/compiled.ts';
import { explainDuty } from '../explain/explain-duty.ts';
import { word } from '../explain/word.ts';
import { ALL_KINDS } from '../testing/kinds.ts';
import { allCalendars, packFrom, sha256 } from '../testing/read-policies.ts';
import { fact, linesOf, smallPack } from '../testing/small-pack.ts';

const pack = packFrom(
  smallPack({
    id: 'c',
    parameters: `
days: { is: 30, source: s, confidence: high }
round: { is: 30, source: s, confidence: high }`,
    rules: `
- duty: plan
  when: enrolment.started
  owes: [x]
  due: within {days} calendar days
  met by: plan.submitted
  void if: enrolment.ended
- duty: offer
  when: enrolment.started
  owes: [x]
  due: within {days} calendar days
  met by: fso.offered
  counts from: 30 calendar days before
- duty: notice
  when: transition.planned
  owes: [x]
  due: "{days} calendar days before"
  met by: letter.sent
  counts from: any time
- duty: letters
  when: outreach.started
  owes: [x]
  repeats: each {round} calendar days from day {round}
  met by: letter.sent
- duty: review
  when: { plan.submitted: { kind: [review] } }
  owes: [x]
  repeats: since the last
  due: within {round} calendar days
  met by: { plan.submitted: { kind: [review] } }`,
  }),
);

function withNumbers(parameters: Overrides, earlier: readonly EarlierNumbers[]) {
  const compiled = compile(pack, { factKinds: ALL_KINDS, calendars: allCalendars(), parameters, earlier, sha256 });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** 30 as written, until the agency set 20 on the first of December. */
const SHORTER = withNumbers({ 'c/days': 20, 'c/round': 20 }, [{ until: day('2026-12-01'), parameters: {} }]);
const started = fact(1, '2026-10-01', 'enrolment.started');
const sent = (on: string) => fact(2, on, 'plan.submitted', { kind: 'initial' });
const ended = (on: string) => fact(2, on, 'enrolment.ended', { ground: 'goals-met' });

test.each<[situation: string, facts: readonly Fact[], line: string]>([
  [
    'done on its 25th day, before the number was set: it was in time and stays so',
    [started, sent('2026-10-26')],
    'met 2026-10-31',
  ],
  ['done late by the number there was', [started, sent('2026-11-10')], 'met-late 2026-10-31'],
  ['taken away on its 25th day: nobody missed it', [started, ended('2026-10-26')], 'void (voided) 2026-10-31'],
  ['missed by the number there was', [started, ended('2026-11-10')], 'missed (voided) 2026-10-31'],
  [
    'still owed on the day the number began: it goes by that',
    [fact(1, '2026-11-20', 'enrolment.started')],
    'open 2026-12-10',
  ],
  ['done after that day', [fact(1, '2026-11-20', 'enrolment.started'), sent('2026-12-14')], 'met-late 2026-12-10'],
  [
    'by the new number it would have been due before that began: the day there was holds',
    [fact(1, '2026-11-05', 'enrolment.started')],
    'open 2026-12-05',
  ],
  ['and done by it', [fact(1, '2026-11-05', 'enrolment.started'), sent('2026-12-05')], 'met 2026-12-05'],
  [
    'taken away on the very day',
    [fact(1, '2026-11-05', 'enrolment.started'), ended('2026-12-01')],
    'void (voided) 2026-12-05',
  ],
  ['late already on that day: it is no later by a number that came since', [started], 'open 2026-10-31'],
  ['late already, and done on the day', [started, sent('2026-12-01')], 'met-late 2026-10-31'],
  ['late already, and done after it', [started, sent('2026-12-05')], 'met-late 2026-10-31'],
  ['late already, and taken away after it', [started, ended('2026-12-05')], 'missed (voided) 2026-10-31'],
  ['begun after that day', [fact(1, '2026-12-05', 'enrolment.started')], 'open 2026-12-25'],
])('%s', (_situation, facts, line) => {
  expect(linesOf(SHORTER, facts, 'plan')).toEqual([line]);
});

describe('what arose when the new number counted goes by that, even where something done before it counts', () => {
  const early = withNumbers({ 'c/days': 20 }, [{ until: day('2026-12-01'), parameters: {} }]);
  const begun = fact(1, '2026-12-05', 'enrolment.started');

  test('an offer made before enrolment', () => {
    const offered = fact(2, '2026-11-25', 'fso.offered', { answer: 'later' });
    expect(linesOf(early, [begun, offered], 'offer')).toEqual(['met 2026-12-25']);
    const explanation = explainDuty(early, [begun, offered], 'offer#1');
    expect(explanation ? word(explanation, 'en').join(' ') : '').not.toContain('Other numbers');
  });

  test('said done on a day before', () => {
    const said = fact(2, '2026-11-25', 'duty.attested', { rule: 'plan', root: 1, evidence: 'e' });
    expect(linesOf(early, [begun, said], 'plan')).toEqual(['met 2026-12-25']);
  });

  test.each([
    ['planned when the old one counted, and done then', '2026-11-10', 'met 2026-12-06'],
    ['planned after, and done before', '2026-12-02', 'met 2026-12-16'],
  ])('a notice before a planned day: %s', (_situation, planned, line) => {
    const meeting = fact(1, '2027-01-05', 'transition.planned', {}, { recordedAt: `${planned}T17:00:00Z` });
    const told = fact(2, '2026-11-20', 'letter.sent', { about: 'outreach' });
    expect(linesOf(early, [meeting, told], 'notice')).toEqual([line]);
  });
});

test('a number in between that would have been over before it began counts for nothing when the next comes', () => {
  const recorded = { recordedAt: '2026-11-01T12:00:00Z' };
  const twice = withNumbers({ 'c/days': 20 }, [
    { until: day('2026-10-20'), parameters: {} },
    { until: day('2026-12-01'), parameters: { 'c/days': 5 } },
  ]);
  const late = [fact(1, '2026-10-05', 'enrolment.started', {}, recorded), ended('2026-11-20')];
  expect(linesOf(twice, late, 'plan')).toEqual(['missed (voided) 2026-11-04']);
});

test('late already when a longer number began: it is late by that, if at all', () => {
  const longer = withNumbers({ 'c/days': 45 }, [{ until: day('2026-12-01'), parameters: {} }]);
  expect(linesOf(longer, [started], 'plan')).toEqual(['open 2026-11-15']);
  expect(linesOf(longer, [fact(1, '2026-10-20', 'enrolment.started')], 'plan')).toEqual(['open 2026-12-04']);
});

test('of three numbers the one in force when it was settled counts', () => {
  const thrice = withNumbers({ 'c/days': 10 }, [
    { until: day('2026-11-01'), parameters: {} },
    { until: day('2026-12-01'), parameters: { 'c/days': 20 } },
  ]);
  expect(linesOf(thrice, [started, sent('2026-10-28')], 'plan')).toEqual(['met 2026-10-31']);
  expect(linesOf(thrice, [fact(1, '2026-10-20', 'enrolment.started'), sent('2026-11-08')], 'plan')).toEqual([
    'met 2026-11-09',
  ]);
  expect(linesOf(thrice, [fact(1, '2026-11-20', 'enrolment.started')], 'plan')).toEqual(['open 2026-12-10']);
});

test('letters that run keep their rhythm: what was kept by it is not missed by another', () => {
  const begun = fact(1, '2026-10-01', 'outreach.started');
  const kept = [begun, fact(2, '2026-10-28', 'letter.sent', { about: 'outreach' })];
  expect(linesOf(SHORTER, kept, 'letters')).toEqual(['open 2026-11-30 [2]']);
  expect(linesOf(SHORTER, [fact(1, '2026-12-02', 'outreach.started')], 'letters')).toEqual(['open 2026-12-22 [1]']);
});

describe('a review that was exempted, and the round counted from its day, where a number of 40 days begins on the first of December', () => {
  const begins = withNumbers({ 'c/round': 40 }, [{ until: day('2026-12-01'), parameters: {} }]);
  const review = (on: string) => fact(1, on, 'plan.submitted', { kind: 'review' });
  const exempted = (seq: number, on: string, item?: string) =>
    fact(seq, on, 'duty.exempted', { rule: 'review', root: 1, reason: 'r', ...(item ? { item } : {}) });
  const reviews = (facts: readonly Fact[]) => linesOf(begins, facts, 'review');

  test('over before that: it stays, and the round that runs keeps the number it began with', () => {
    const facts = [review('2026-10-10'), exempted(2, '2026-10-20')];
    expect(reviews(facts)).toEqual(['exempted 2026-11-09', 'open 2026-12-09 [2]']);
    expect(reviews([...facts, exempted(3, '2026-12-02', '2')])).toEqual([
      'exempted 2026-11-09',
      'exempted 2026-12-09 [2]',
      'open 2027-01-08 [3]',
    ]);
    const explanation = explainDuty(begins, facts, 'review#1#2');
    expect(explanation && isoDay(explanation.duty.due)).toBe('2026-12-09');
  });

  test('late then, and exempted only after: both go by the new one, and the next is not late at once', () => {
    const longer = withNumbers({ 'c/round': 45 }, [{ until: day('2026-12-01'), parameters: { 'c/round': 20 } }]);
    const late = [review('2026-10-10')];
    expect(linesOf(longer, late, 'review')).toEqual(['open 2026-11-24']);
    const passed = linesOf(longer, [...late, exempted(2, '2026-12-05')], 'review');
    expect(passed).toEqual(['exempted 2026-11-24', 'open 2027-01-08 [2]']);
  });

  test('not over then: both go by the new one', () => {
    expect(reviews([review('2026-11-10'), exempted(2, '2026-11-20')])).toEqual([
      'exempted 2026-12-20',
      'open 2027-01-29 [2]',
    ]);
  });
});

test('the explanation goes by the number it was judged by, and says that others count now', () => {
  const explanation = explainDuty(SHORTER, [started, sent('2026-10-26')], 'plan#1');
  const said = explanation ? word(explanation, 'en') : [];
  expect(said[0]).toBe('Due Saturday 31 October 2026: 30 calendar days after enrolment on 1 October 2026 (Section c).');
  expect(said).toContain('c/days is 30 (s).');
  expect(said).toContain('Other numbers count since 1 December 2026; this goes by those there were before.');
  const open = explainDuty(SHORTER, [fact(1, '2026-11-20', 'enrolment.started')], 'plan#1');
  expect(open ? word(open, 'en').join(' ') : '').not.toContain('Other numbers');
});

test('numbers there were before make another hash, so that charts are judged again; none make the same', () => {
  const { hashes } = withNumbers({ 'c/days': 20 }, []);
  expect(SHORTER.hashes.parameters).not.toBe(hashes.parameters);
  expect(withNumbers({}, []).hashes.parameters).not.toBe(
    withNumbers({}, [{ until: day('2026-12-01'), parameters: {} }]).hashes.parameters,
  );
});
