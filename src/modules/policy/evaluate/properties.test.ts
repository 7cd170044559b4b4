import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { isWorked } from '#shared/business-days.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import { compiledFrom, filesIn, newJersey } from '../testing/read-policies.ts';
import { fact, small } from '../testing/small-pack.ts';
import { evaluate, type Outcome } from './evaluate.ts';

const nj = newJersey();
const pa = compiledFrom(filesIn('src/modules/policy/fixtures/pa-cm040-hard'));

const KINDS: readonly (readonly [string, Fact['data']])[] = [
  ['referral.assigned', { agency: 'union' }],
  ['enrolment.started', {}],
  ['enrolment.ended', { ground: 'goals-met' }],
  ['contact.made', { with: ['caregiver'], how: 'telephone' }],
  ['contact.made', { with: ['youth'], how: 'in-person', settles: ['medication'] }],
  ['contact.attempted', { with: ['youth'], how: 'telephone' }],
  ['plan.submitted', { kind: 'initial' }],
  ['plan.submitted', { kind: 'review' }],
  ['stay.started', { stay: 's1', setting: 'residential-treatment' }],
  ['stay.ended', { stay: 's1', setting: 'residential-treatment' }],
  ['stay.started', { stay: 'd1', setting: 'detention' }],
  ['stay.ended', { stay: 'd1', setting: 'detention' }],
  ['stay.started', { stay: 'j1', setting: 'jail' }],
  ['stay.ended', { stay: 'h1', setting: 'inpatient' }],
  ['coverage.recorded', { payer: 'performcare' }],
  ['coverage.recorded', { payer: 'fee-for-service' }],
  ['missing.started', {}],
  ['missing.ended', {}],
  ['incident.occurred', { incident: 'i1', level: 'a' }],
  ['incident.followed-up', { incident: 'i1' }],
  ['team-meeting.held', { purpose: 'first', attended: ['youth'] }],
  ['youth.born', {}],
];

const START = day('2025-01-01');
/** A history: some facts, one of them perhaps corrected or withdrawn. */
const histories = fc
  .array(fc.record({ what: fc.nat(KINDS.length - 1), after: fc.nat(500), learnt: fc.nat(40) }), {
    minLength: 1,
    maxLength: 25,
  })
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.option(fc.record({ of: fc.nat(events.length - 1), by: fc.nat(60), withdraws: fc.boolean() })),
    ),
  )
  .map(([events, change]) => {
    const facts: Fact[] = events.map(({ what, after, learnt }, index) => {
      const [kind, data] = KINDS[what] ?? ['youth.born', {}];
      const on = isoDay(addDays(START, after));
      return fact(index + 1, on, kind, data, { recordedAt: `${isoDay(addDays(START, after + learnt))}T15:00:00Z` });
    });
    const target = change === null ? undefined : facts[change.of];
    if (change === null || target === undefined) return facts;
    const on = isoDay(addDays(day(target.on), change.withdraws ? 0 : change.by));
    const recordedAt = '2026-12-31T12:00:00Z';
    return [
      ...facts,
      { ...target, seq: facts.length + 1, on, recordedAt, supersedes: target.seq, withdraws: change.withdraws },
    ];
  });

function inOrder(outcome: Outcome): unknown {
  return {
    ...outcome,
    duties: [...outcome.duties].sort((a, b) =>
      `${a.rule}${a.root}${a.item}`.localeCompare(`${b.rule}${b.root}${b.item}`),
    ),
  };
}

describe.each([
  ['New Jersey', nj],
  ['CM-040', pa],
])('%s: for any history', (_name, compiled) => {
  test('the order in which facts are handed over changes nothing', () => {
    const shuffled = histories.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        expect(inOrder(evaluate(compiled, other))).toEqual(inOrder(evaluate(compiled, facts)));
      }),
      { numRuns: 120, seed: 1 },
    );
  });

  test('learning the same events in another order changes nothing but their numbers', () => {
    const plain = histories.map((facts) => {
      const seen = new Set<string>();
      return facts.filter((one) => {
        const content = JSON.stringify([one.kind, one.on, one.data]);
        const fresh = one.supersedes === undefined && !seen.has(content);
        seen.add(content);
        return fresh;
      });
    });
    const reordered = plain.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(reordered, ([facts, other]) => {
        const numberOf = new Map(other.map((one, index) => [one.seq, index + 1]));
        const renumbered = other.map((one, index) => ({ ...one, seq: index + 1 }));
        const lines = (all: readonly Fact[], number: (seq: number) => number | undefined) =>
          evaluate(compiled, all)
            .duties.map((one) =>
              [one.rule, number(one.root), one.item, one.state, one.due, one.metBy.map(number)].join(' '),
            )
            .sort();
        expect(lines(renumbered, (seq) => seq)).toEqual(lines(facts, (seq) => numberOf.get(seq)));
      }),
      { numRuns: 120, seed: 8 },
    );
  });

  test('a fact handed over twice changes nothing', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (facts, which) => {
        const twice = facts[which % facts.length];
        expect(evaluate(compiled, twice ? [...facts, twice] : facts)).toEqual(evaluate(compiled, facts));
      }),
      { numRuns: 120, seed: 2 },
    );
  });

  test('the same event recorded again under a new number changes nothing', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (facts, which) => {
        const replaced = new Set(facts.map((one) => one.supersedes));
        const plain = facts.filter((one) => one.supersedes === undefined && !replaced.has(one.seq));
        const again = plain[which % Math.max(1, plain.length)];
        const more = again ? [...facts, { ...again, seq: 1000, recordedAt: '2027-01-01T00:00:00Z' }] : facts;
        expect(evaluate(compiled, more)).toEqual(evaluate(compiled, facts));
      }),
      { numRuns: 120, seed: 3 },
    );
  });

  test('coverage has neither gap nor overlap', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        for (const { intervals } of evaluate(compiled, facts).coverages) {
          intervals.forEach((one, index) => {
            const next = intervals[index + 1];
            expect(one.to).toEqual(next === undefined ? null : next.from);
            if (next !== undefined) expect(next.from).toBeGreaterThan(one.from);
          });
        }
      }),
      { numRuns: 120, seed: 4 },
    );
  });

  test('when an act was recorded does not change whether it was late', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const acts = new Set(['contact.made', 'team-meeting.held', 'incident.followed-up']);
        const later = facts.map((one) => (acts.has(one.kind) ? { ...one, recordedAt: '2029-01-01T00:00:00Z' } : one));
        const states = (all: readonly Fact[]) =>
          evaluate(compiled, all).duties.map((one) => [one.rule, one.root, one.item, one.state, one.due]);
        const unanchored = facts.filter((one) => one.supersedes !== undefined).length === 0;
        if (unanchored && compiled === nj) expect(states(later)).toEqual(states(facts));
      }),
      { numRuns: 120, seed: 5 },
    );
  });

  test('the strict reading is never after the last one', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        for (const duty of evaluate(compiled, facts).duties) expect(duty.due).toBeLessThanOrEqual(duty.lateAfter);
      }),
      { numRuns: 120, seed: 6 },
    );
  });
});

test('a deadline in business days never lands on a closed day', () => {
  const compiled = small(
    '- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: within {n} business days\n  met by: plan.submitted'.replace(
      '{n}',
      '3',
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: day('2024-01-01'), max: day('2028-11-30') }), (value) => {
      const [duty] = evaluate(compiled, [fact(1, isoDay(value as typeof START), 'enrolment.started')]).duties;
      expect(duty && isWorked(compiled.calendar, duty.due, 'strict')).toBe(true);
      expect(duty && isWorked(compiled.calendar, duty.lateAfter, 'lenient')).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});
