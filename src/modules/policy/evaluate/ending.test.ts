import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { day } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { standingOf } from '../standing.ts';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, linesOf, smallPack } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

/** A pack whose duties end with care. */
function withCare(rules: string): Compiled {
  const term = `
- term: in-care
  span: { from: enrolment.started, to: enrolment.ended }`;
  const files = smallPack({ rules: `${term}\n${rules.trim()}` });
  return compiledFrom(
    files.map((file) => (file.path === 'pack.yaml' ? { ...file, text: `${file.text}care: in-care\n` } : file)),
  );
}

const duty = (more = '', when = 'enrolment.started') => `
- duty: d
  when: ${when}
  owes: [x]
  due: within 30 calendar days
  met by: { plan.submitted: { kind: initial } }
${more}`;

const started = (seq: number, on: string) => fact(seq, on, 'enrolment.started');
const ended = (seq: number, on: string, rest: Partial<Fact> = {}) =>
  fact(seq, on, 'enrolment.ended', { ground: 'other' }, rest);
const sent = (seq: number, on: string) => fact(seq, on, 'plan.submitted', { kind: 'initial' });

describe('a duty ends with the stretch of care it belongs to', () => {
  test.each([
    ['before its last day', '2026-10-01', 'void (care-ended) 2026-10-13'],
    ['on its last day', '2026-10-13', 'void (care-ended) 2026-10-13'],
    ['after its last day', '2026-10-14', 'missed (care-ended) 2026-10-13'],
  ])('care ended %s', (_title, on, expected) => {
    expect(linesOf(withCare(duty()), [started(1, '2026-09-13'), ended(2, on)])).toEqual([expected]);
  });

  test('what is done after care ended does not count; on its last day it does', () => {
    const done = (on: string) =>
      linesOf(withCare(duty()), [started(1, '2026-09-13'), ended(2, '2026-11-01'), sent(3, on)]);
    expect(done('2026-11-01')).toEqual(['met-late 2026-10-13']);
    expect(done('2026-11-02')).toEqual(['missed (care-ended) 2026-10-13']);
  });

  test('each stretch has its own duty, also when one ends and the next begins on one day', () => {
    const facts = [started(1, '2026-09-13'), ended(2, '2026-11-01'), started(3, '2026-11-01'), sent(4, '2026-11-20')];
    expect(linesOf(withCare(duty()), facts)).toEqual(['missed (care-ended) 2026-10-13', 'met 2026-12-01']);
  });

  test.each([
    ['earlier that day does not', '2026-09-13T13:00:00Z', ['open 2026-10-13']],
    ['later that day does', '2026-09-13T19:00:00Z', ['void (voided) 2026-10-13']],
    ['at an hour nobody wrote down does', undefined, ['void (voided) 2026-10-13']],
  ])('what takes a duty away: %s', (_title, at, expected) => {
    const facts = [
      fact(1, '2026-09-13', 'enrolment.started', {}, { at: '2026-09-13T16:00:00Z' }),
      fact(2, '2026-09-13', 'missing.started', {}, at === undefined ? {} : { at }),
    ];
    expect(linesOf(withCare(duty('  void if: missing.started')), facts)).toEqual(expected);
  });

  test('begun and ended on one day it is void, and kept', () => {
    expect(linesOf(withCare(duty()), [started(1, '2026-09-13'), ended(2, '2026-09-13')])).toEqual([
      'void (care-ended) 2026-10-13',
    ]);
  });

  test('what happens outside care makes no duty', () => {
    const compiled = withCare(duty('', 'stay.ended'));
    const stay = fact(3, '2026-12-01', 'stay.ended', { stay: 's1' });
    expect(linesOf(compiled, [started(1, '2026-09-13'), ended(2, '2026-11-01'), stay])).toEqual([]);
    expect(linesOf(compiled, [stay])).toEqual([]);
  });

  test('an end taken back gives the duty back', () => {
    const facts = [
      started(1, '2026-09-13'),
      ended(2, '2026-11-01'),
      ended(3, '2026-11-01', { supersedes: 2, withdraws: true }),
    ];
    expect(linesOf(withCare(duty()), facts)).toEqual(['open 2026-10-13']);
  });
});

describe('after care', () => {
  const born = fact(1, '2026-09-01', 'youth.born');
  test('a duty that passes on goes to the next stretch, and ends with the last', () => {
    const compiled = withCare(duty('  after care: passes on', 'youth.born'));
    const first = [born, started(2, '2026-09-13'), ended(3, '2026-09-20')];
    expect(linesOf(compiled, [born])).toEqual([]);
    expect(linesOf(compiled, first)).toEqual(['void (care-ended) 2026-10-01']);
    expect(linesOf(compiled, [...first, started(4, '2026-09-25')])).toEqual(['open 2026-10-01']);
    expect(linesOf(compiled, [...first, started(4, '2026-09-25'), ended(5, '2026-12-01')])).toEqual([
      'missed (care-ended) 2026-10-01',
    ]);
  });

  test('a duty that stays is owed whether there is care or not', () => {
    const compiled = withCare(duty('  after care: stays'));
    expect(linesOf(compiled, [started(1, '2026-09-13'), ended(2, '2026-11-01')])).toEqual(['open 2026-10-13']);
  });
});

describe('before a planned day', () => {
  const compiled = withCare(`
- duty: d
  when: transition.planned
  owes: [x]
  due: 10 calendar days before
  counts from: 90 calendar days before
  met by: { plan.submitted: { kind: initial } }`);
  const planned = fact(2, '2027-01-31', 'transition.planned', {}, { recordedAt: '2026-11-01T17:00:00Z' });
  test.each([
    ['2026-12-01', 'void (care-ended) 2027-01-21'],
    ['2027-01-25', 'missed (care-ended) 2027-01-21'],
    ['2027-01-31', 'missed (care-ended) 2027-01-21'],
  ])('care that ended on %s ends it', (on, expected) => {
    expect(linesOf(compiled, [started(1, '2026-09-13'), planned, ended(3, on)])).toEqual([expected]);
  });

  test('a day planned in one stretch is not owed in the next', () => {
    const facts = [started(1, '2026-09-13'), planned, ended(3, '2026-12-01'), started(4, '2027-01-05')];
    expect(linesOf(compiled, facts)).toEqual(['void (care-ended) 2027-01-21']);
  });
});

describe('what takes a duty away', () => {
  const compiled = withCare(duty('  void if: discharge.requested'));
  const asked = (on: string) => fact(2, on, 'discharge.requested', { by: 'parent' });
  test('in time it is void; afterwards it was missed, and nobody owes it any more', () => {
    expect(linesOf(compiled, [started(1, '2026-09-13'), asked('2026-10-01')])).toEqual(['void (voided) 2026-10-13']);
    expect(linesOf(compiled, [started(1, '2026-09-13'), asked('2026-11-01')])).toEqual(['missed (voided) 2026-10-13']);
  });

  test('until that day it stands late, from it on missed', () => {
    const [one] = evaluate(compiled, [started(1, '2026-09-13'), asked('2026-11-01')]).duties;
    const on = (today: string) => one && standingOf(one, `${today}T12:00:00Z`, day(today));
    expect([on('2026-10-31'), on('2026-11-01')]).toEqual(['late', 'missed']);
  });

  test('an end that is only planned has ended nothing yet', () => {
    const future = withCare(`
${duty('  suspended during: grown', 'enrolment.started').trim()}
- term: grown
  span: { from: { 18 years after: youth.born } }`);
    const born = fact(2, '2008-12-01', 'youth.born', {}, { recordedAt: '2026-09-13T17:00:00Z' });
    const [one] = evaluate(future, [started(1, '2026-09-13'), born]).duties;
    expect([one?.state, one?.until]).toEqual(['open', day('2026-12-01')]);
  });
});

describe('decisions about what ended', () => {
  const facts = [started(1, '2026-09-13'), ended(2, '2026-11-01')];
  const about = { rule: 'd', root: 1 };
  test('it can still be exempted or attested, but not handed on', () => {
    const decided = (kind: string, more: Fact['data']) =>
      linesOf(withCare(duty()), [...facts, fact(3, '2026-10-20', kind, { ...about, ...more })]);
    expect(decided('duty.exempted', { reason: 'r' })[0]).toContain('exempted');
    expect(decided('duty.attested', { evidence: 'e' })[0]).toContain('met-late');
    expect(decided('duty.delegated', { to: 'csa' })).toEqual(['missed (care-ended) 2026-10-13']);
  });

  test('of a duty of each period, a period decided about is not missed', () => {
    const compiled = withCare(`
- duty: d
  when: enrolment.started
  owes: [x]
  repeats: each month
  first period: next
  met by: { plan.submitted: { kind: initial } }`);
    const lines = (more: readonly Fact[]) => linesOf(compiled, [...facts, ...more]);
    expect(lines([])).toEqual(['missed (care-ended) 2026-10-31 [2026-10]']);
    const exempted = fact(3, '2026-10-20', 'duty.exempted', { ...about, item: '2026-10', reason: 'r' });
    expect(lines([exempted])[0]).toBe('exempted 2026-10-31');
  });
});
