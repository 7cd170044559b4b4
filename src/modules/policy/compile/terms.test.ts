import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { situate } from '../evaluate/situation.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, linesOf, type SmallClause, smallPack } from '../testing/small-pack.ts';
import type { Compiled } from './compiled.ts';
import { intervalsOf } from './span.ts';

const pack = (...clauses: readonly SmallClause[]) => compiledFrom(smallPack(...clauses));

function stretches(compiled: Compiled, facts: readonly Fact[], name = 'term'): string[] {
  const span = compiled.spans.get(name);
  if (span === undefined) throw new Error(`the pack has no span "${name}"`);
  return intervalsOf(situate(compiled, facts), span).map(
    ({ from, to }) => `${isoDay(from)} to ${to === null ? 'now' : isoDay(to)}`,
  );
}

const enrolled = (seq: number, on: string) => fact(seq, on, 'enrolment.started');
const left = (seq: number, on: string) => fact(seq, on, 'enrolment.ended', { ground: 'other' });
const missing = (seq: number, on: string) => fact(seq, on, 'missing.started');
const found = (seq: number, on: string) => fact(seq, on, 'missing.ended');
const met = (seq: number, on: string) => fact(seq, on, 'team-meeting.held', { purpose: 'review', attended: ['youth'] });

const BOTH = `
- term: enrolled
  span: { from: enrolment.started, to: enrolment.ended }
- term: away
  span: { from: missing.started, to: missing.ended }
- term: term
  span: `;

describe('stretches made of stretches', () => {
  const history = [enrolled(1, '2026-01-05'), left(2, '2026-03-01'), missing(3, '2026-02-01'), found(4, '2026-02-10')];
  test.each<[shape: string, facts: readonly Fact[], stretches: readonly string[]]>([
    ['{ all of: [enrolled, away] }', history, ['2026-02-01 to 2026-02-10']],
    ['{ any of: [enrolled, away] }', history, ['2026-01-05 to 2026-03-01']],
    ['{ any of: [away, enrolled] }', history.slice(2), ['2026-02-01 to 2026-02-10']],
    [
      '{ any of: [enrolled, away] }',
      [...history.slice(0, 2), missing(3, '2026-04-01')],
      ['2026-01-05 to 2026-03-01', '2026-04-01 to now'],
    ],
    ['{ days of: enrolled, except: [away] }', history, ['2026-01-05 to 2026-02-01', '2026-02-10 to 2026-03-01']],
    ['{ days of: enrolled, except: [away] }', history.slice(0, 2), ['2026-01-05 to 2026-03-01']],
  ])('%s', (shape, facts, expected) => {
    expect(stretches(pack({ rules: `${BOTH}${shape}` }), facts)).toEqual(expected);
  });
});

describe('a boundary that is shifted', () => {
  const term = (span: string) => pack({ rules: `- term: term\n  span: ${span}` });
  test('its beginning and its end', () => {
    const shifted = '{ from: { 1 month after: enrolment.started }, to: { 5 calendar days before: enrolment.ended } }';
    expect(stretches(term(shifted), [enrolled(1, '2026-01-31'), left(2, '2026-04-01')])).toEqual([
      '2026-02-28 to 2026-03-27',
    ]);
  });

  test('an end that falls before the beginning is none of its own', () => {
    const shifted = '{ from: { 1 month after: enrolment.started }, to: enrolment.ended }';
    expect(stretches(term(shifted), [enrolled(1, '2026-01-10'), left(2, '2026-02-09')])).toEqual(['2026-02-10 to now']);
    expect(stretches(term(shifted), [enrolled(1, '2026-01-10'), left(2, '2026-02-10')])).toEqual([
      '2026-02-10 to 2026-02-10',
    ]);
  });

  test('with no end at all', () => {
    expect(stretches(term('{ from: enrolment.started }'), [enrolled(1, '2026-01-10'), left(2, '2026-02-09')])).toEqual([
      '2026-01-10 to now',
    ]);
  });
});

describe('a stretch without something', () => {
  const quiet = pack({
    rules: `
- term: enrolled
  span: { from: enrolment.started, to: enrolment.ended }
- term: term
  span: { without: team-meeting.held, for: 2 months, during: enrolled }`,
  });
  const start = enrolled(1, '2026-01-05');
  test.each<[situation: string, facts: readonly Fact[], stretches: readonly string[]]>([
    ['never any', [start], ['2026-03-05 to now']],
    ['one within two months', [start, met(2, '2026-03-05')], ['2026-05-05 to now']],
    ['one a day later', [start, met(2, '2026-03-06')], ['2026-03-05 to 2026-03-06', '2026-05-06 to now']],
    ['ended within two months', [start, left(2, '2026-03-05')], []],
    ['ended a day later', [start, left(2, '2026-03-06')], ['2026-03-05 to 2026-03-06']],
    ['one before it began', [start, met(2, '2026-01-04')], ['2026-03-05 to now']],
    ['one on the day it began', [start, met(2, '2026-01-05')], ['2026-03-05 to now']],
    [
      'one on the day it ended says nothing',
      [start, met(2, '2026-02-20'), left(3, '2026-05-01'), met(4, '2026-05-01')],
      ['2026-04-20 to 2026-05-01'],
    ],
    [
      'a gap as long as the shortest two months, and not as long as these',
      [start, met(2, '2026-07-01'), met(3, '2026-08-31'), left(4, '2026-09-30')],
      ['2026-03-05 to 2026-07-01'],
    ],
    ['nobody enrolled', [met(1, '2026-01-05')], []],
  ])('%s', (_situation, facts, expected) => {
    expect(stretches(quiet, facts)).toEqual(expected);
  });
});

describe('a term in several versions', () => {
  test('means what was in force on the day of the fact', () => {
    const compiled = pack(
      { id: 'a', to: '2026-06-30', rules: '- term: review\n  facts: { plan.submitted: { kind: review } }' },
      { id: 'a', from: '2026-07-01', rules: '- term: review\n  facts: team-meeting.held' },
      {
        rules:
          '- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: within 6 months\n  met by: review\n  counts from: any time',
      },
    );
    const lines = (...facts: readonly Fact[]) => linesOf(compiled, [enrolled(1, '2026-07-01'), ...facts]);
    const plan = (on: string) => fact(2, on, 'plan.submitted', { kind: 'review' });
    expect(lines(plan('2026-06-30'))).toEqual(['met 2027-01-01']);
    expect(lines(plan('2026-07-01'))).toEqual(['open 2027-01-01']);
    expect(lines(met(2, '2026-06-30'))).toEqual(['open 2027-01-01']);
    expect(lines(met(2, '2026-07-01'))).toEqual(['met 2027-01-01']);
    expect(lines(met(2, '2026-08-01'), fact(3, '2026-06-30', 'plan.submitted', { kind: 'initial' }))).toEqual([
      'met 2027-01-01',
    ]);
  });

  test('also when it asks for the same stay as the duty hangs on', () => {
    const compiled = pack(
      { id: 'a', to: '2026-06-30', rules: '- term: review\n  facts: joint-care-review.received' },
      {
        id: 'a',
        from: '2026-07-01',
        rules: '- term: review\n  facts: { joint-care-review.received: { stay: the same } }',
      },
      { rules: '- duty: d\n  when: stay.started\n  owes: [x]\n  due: within 30 calendar days\n  met by: review' },
    );
    const stay = fact(1, '2026-08-01', 'stay.started', { stay: 's1', setting: 'group-home' });
    const about = (of: string) => fact(2, '2026-08-10', 'joint-care-review.received', { stay: of });
    expect(linesOf(compiled, [stay, about('s2')])).toEqual(['open 2026-08-31']);
    expect(linesOf(compiled, [stay, about('s1')])).toEqual(['met 2026-08-31']);
  });

  test('of stretches, all of them together', () => {
    const compiled = pack(
      { id: 'a', to: '2026-06-30', rules: '- term: term\n  span: { from: enrolment.started, to: enrolment.ended }' },
      { id: 'a', from: '2026-07-01', rules: '- term: term\n  span: { from: missing.started, to: missing.ended }' },
    );
    const facts = [enrolled(1, '2026-01-05'), left(2, '2026-03-01'), missing(3, '2026-02-01'), found(4, '2026-04-01')];
    expect(stretches(compiled, facts)).toEqual(['2026-01-05 to 2026-04-01']);
  });
});

describe('several kinds in one set', () => {
  const compiled = pack({
    rules: `
- duty: d
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by: [{ plan.submitted: { kind: initial } }, team-meeting.held, { plan.submitted: { kind: review } }]`,
  });
  const plan = (seq: number, on: string, kind: string) => fact(seq, on, 'plan.submitted', { kind });
  test.each<[situation: string, facts: readonly Fact[], metBy: readonly number[]]>([
    ['the first of either kind', [plan(3, '2026-09-20', 'initial'), met(2, '2026-09-19')], [2]],
    ['the other way round', [plan(3, '2026-09-18', 'initial'), met(2, '2026-09-19')], [3]],
    ['one after two', [plan(3, '2026-09-22', 'review'), met(2, '2026-09-20'), met(4, '2026-09-19')], [4]],
    ['between two', [plan(3, '2026-09-18', 'draft'), plan(5, '2026-09-20', 'review'), met(2, '2026-09-21')], [5]],
    ['none of them', [plan(3, '2026-09-18', 'draft')], []],
  ])('%s', (_situation, facts, metBy) => {
    const [one] = evaluate(compiled, [enrolled(1, '2026-09-13'), ...facts]).duties;
    expect(one?.metBy).toEqual(metBy);
  });
});

describe('what only counts while a parameter says so', () => {
  const compiled = (letters: boolean) =>
    compiledFrom(
      smallPack({
        id: 'c',
        parameters: 'letters: { is: false, source: s, confidence: high }',
        rules: `
- duty: d
  when: enrolment.started
  owes: [x]
  due: within 30 calendar days
  met by: [plan.submitted, { contact.made: { how: letter, only if: letters } }]`,
      }),
      { 'c/letters': letters },
    );
  const letter = fact(2, '2026-09-20', 'contact.made', { with: ['youth'], how: 'letter' });
  test.each([
    [true, 'met 2026-10-13'],
    [false, 'open 2026-10-13'],
  ])('letters count: %s', (letters, line) => {
    expect(linesOf(compiled(letters), [enrolled(1, '2026-09-13'), letter])).toEqual([line]);
  });
});

describe('days people see coming', () => {
  test('only of terms that say so', () => {
    const compiled = pack({
      rules: `
- term: enrolled
  span: { from: enrolment.started, to: enrolment.ended }
- term: quiet
  span: { without: team-meeting.held, for: 2 months, during: enrolled }
  change point: yes`,
    });
    const { changePoints } = evaluate(compiled, [enrolled(1, '2026-01-05')]);
    expect(changePoints.map(({ term, clause, cite, from, to }) => [term, clause, cite, isoDay(from), to])).toEqual([
      ['quiet', 'clause-1', 'Section clause-1', '2026-03-05', null],
    ]);
  });
});
