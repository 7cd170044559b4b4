import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { type Duty, dutyKey, evaluate, factsKnownAt, standingOf } from '#modules/policy/index.ts';
import { newJersey } from '#modules/policy/testing/read-policies.ts';
import { fact } from '#modules/policy/testing/small-pack.ts';
import { isWorked } from '#shared/business-days.ts';
import { addDays, type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';

const compiled = newJersey();
const rules = new Map(compiled.duties.map(({ rule }) => [rule.id, rule]));
const RUNS = { numRuns: 150 };

/** What can happen to a youth, as the New Jersey pack hears of it. */
const EVENTS: readonly (readonly [string, Fact['data']])[] = [
  ['youth.born', {}],
  ['referral.assigned', { agency: '15' }],
  ['referral.assigned', { agency: '1' }],
  ['referral.returned', { reason: 'other-county' }],
  ['enrolment.started', {}],
  ['enrolment.ended', { ground: 'transferred' }],
  ['enrolment.ended', { ground: 'goals-met' }],
  ['rights.given', { receipt: true }],
  ['contact.made', { with: ['caregiver'], how: 'telephone' }],
  ['contact.made', { with: ['youth'], how: 'in-person' }],
  ['contact.attempted', { with: ['caregiver'], how: 'telephone' }],
  ['crisis-plan.completed', {}],
  ['fso.offered', { answer: 'later' }],
  ['coverage.recorded', { payer: 'medicaid' }],
  ['medicaid.application-filed', {}],
  ['presumptive.certified', {}],
  ['presumptive.sent', {}],
  ['team-meeting.held', { purpose: 'first', attended: ['youth'] }],
  ['plan.submitted', { kind: 'initial' }],
  ['plan.submitted', { kind: 'review' }],
  ['plan.submitted', { kind: 'transition' }],
  ['stay.started', { stay: 's1', setting: 'group-home' }],
  ['stay.ended', { stay: 's1' }],
  ['joint-care-review.received', { stay: 's1' }],
  ['out-of-home.assigned', { request: 'r1' }],
  ['out-of-home.reviewed', { request: 'r1' }],
  ['missing.started', {}],
  ['missing.ended', {}],
  ['missing.reported', { to: ['care-management', 'child-protection', 'parent'] }],
  ['outreach.started', {}],
  ['outreach.ended', {}],
  ['letter.sent', { about: 'outreach', certified: true, copies: ['referrer'] }],
  ['search.made', { with: ['family-support'] }],
  ['incident.occurred', { incident: 'i1', level: 'a' }],
  ['incident.reported', { incident: 'i1', how: ['system'] }],
  ['incident.followed-up', { incident: 'i1' }],
  ['incident.closed', { incident: 'i1' }],
  ['transition.planned', { to: 'ddd' }],
  ['notice.given', { about: 'transition', to: 'next-agency' }],
  ['linkage.confirmed', {}],
  ['school.iep-held', { type: 'annual' }],
  ['school.referred', {}],
  ['school.meeting-held', {}],
  ['adult-services.applied', { system: 'ddd' }],
];

const START = day('2025-01-01');
/** Facts over two years, each learnt on its day or within weeks, in the order they were learnt. */
const histories = fc
  .array(fc.record({ what: fc.nat(EVENTS.length - 1), after: fc.nat(700), learnt: fc.nat(30) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((events) =>
    events
      .map(({ what, after, learnt }) => ({ what, on: addDays(START, after), learntOn: addDays(START, after + learnt) }))
      .sort((a, b) => a.learntOn - b.learntOn)
      .map(({ what, on, learntOn }, index) => {
        const [kind, data] = EVENTS[what] ?? ['youth.born', {}];
        const minute = String(index).padStart(2, '0');
        return fact(index + 1, isoDay(on), kind, data, { recordedAt: `${isoDay(learntOn)}T16:${minute}:00Z` });
      }),
  );

const pastEverything = (facts: readonly Fact[]): CalendarDay => addDays(START, 731 + facts.length) as CalendarDay;
const known = (duties: readonly Duty[]) => [...duties].sort((a, b) => dutyKey(a).localeCompare(dutyKey(b)));

describe('for any history under the New Jersey pack', () => {
  test('the order of arrival and facts handed over twice change nothing', () => {
    const disturbed = histories.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
    );
    fc.assert(
      fc.property(disturbed, ([facts, other]) => {
        expect(known(evaluate(compiled, other).duties)).toEqual(known(evaluate(compiled, facts).duties));
      }),
      { ...RUNS, seed: 11 },
    );
  });

  test('what is known at an instant does not depend on what is learnt after it', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (facts, which) => {
        const at = facts[which % facts.length]?.recordedAt ?? '';
        const then = factsKnownAt(facts, at);
        const asIfThen = facts.slice(0, facts.findIndex((one) => one.recordedAt === at) + 1);
        expect(evaluate(compiled, then).duties).toEqual(evaluate(compiled, asIfThen).duties);
        expect(evaluate(compiled, factsKnownAt(facts, '2030-01-01T00:00:00Z'))).toEqual(evaluate(compiled, facts));
      }),
      { ...RUNS, seed: 12 },
    );
  });

  test('correcting the day of what a duty hangs on moves the same duty, and an exemption stays with it', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: -20, max: 20 }), (facts, which, by) => {
        const duties = evaluate(compiled, facts).duties.filter(({ state, pattern }) => state === 'open' && !pattern);
        const duty = duties[which % Math.max(1, duties.length)];
        const anchor = facts.find(({ seq }) => seq === duty?.anchor);
        if (!duty || !anchor) return;
        const recordedAt = `${isoDay(pastEverything(facts))}T16:00:00Z`;
        const exempted = fact(
          facts.length + 1,
          anchor.on,
          'duty.exempted',
          { rule: duty.rule, root: duty.root, reason: 'r', ...(duty.item === null ? {} : { item: duty.item }) },
          { recordedAt },
        );
        const corrected: Fact = {
          ...anchor,
          seq: facts.length + 2,
          on: isoDay(addDays(day(anchor.on), by)),
          recordedAt,
          supersedes: anchor.seq,
        };
        const after = evaluate(compiled, [...facts, exempted, corrected]).duties;
        const same = after.find((one) => dutyKey(one) === dutyKey(duty));
        // Moved to where it is met, or out of care, it is settled otherwise; it is never owed again.
        expect(['exempted', 'met', 'met-late', 'void', undefined]).toContain(same?.state);
        if (same && by !== 0 && same.state === 'exempted') expect(same.anchor).toBe(corrected.seq);
      }),
      { ...RUNS, seed: 13 },
    );
  });

  test('when care ends nothing is owed any more but what stays', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const today = pastEverything(facts);
        const end = fact(facts.length + 1, isoDay(today), 'enrolment.ended', { ground: 'goals-met' });
        const { duties } = evaluate(compiled, [...facts, end]);
        const owed = duties.filter(({ state }) => ['open', 'partial', 'delegated'].includes(state));
        expect(owed.filter(({ rule }) => rules.get(rule)?.afterCare !== 'stays').map(dutyKey)).toEqual([]);
        for (const one of duties) {
          if (one.state !== 'missed') continue;
          expect(one.until).not.toBeNull();
          expect(one.because).not.toBeNull();
          expect(standingOf(one, `${isoDay(today)}T16:00:00Z`, today)).toBe('missed');
        }
      }),
      { ...RUNS, seed: 14 },
    );
  });

  test('what was missed was past its last day when it ended', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        for (const one of evaluate(compiled, facts).duties) {
          if (one.state === 'missed') expect(one.until).toBeGreaterThan(one.lateAfter);
        }
      }),
      { ...RUNS, seed: 15 },
    );
  });
});

test.each(['nj.presumptive-certificate', 'nj.state-review'])(
  '%s, counted in business days, never falls on a closed day',
  (rule) => {
    const kind = rule === 'nj.state-review' ? 'out-of-home.assigned' : 'presumptive.certified';
    fc.assert(
      fc.property(fc.integer({ min: day('2024-01-01'), max: day('2028-11-30') }), (value) => {
        const on = isoDay(value as CalendarDay);
        const facts = [fact(1, '2023-12-01', 'enrolment.started'), fact(2, on, kind, { request: 'r1' })];
        const [duty] = evaluate(compiled, facts).duties.filter((one) => one.rule === rule);
        expect(duty && isWorked(compiled.calendar, duty.due, 'strict')).toBe(true);
        expect(duty && isWorked(compiled.calendar, duty.lateAfter, 'lenient')).toBe(true);
      }),
      { numRuns: 300, seed: 16 },
    );
  },
);
