import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import { type Compiled, compile, type EarlierNumbers, type Overrides } from '../compile/compiled.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { explainDuty } from '../explain/explain-duty.ts';
import { periodToName } from '../periods.ts';
import { anyHistory, START } from '../testing/any-history.ts';
import { ALL_KINDS } from '../testing/kinds.ts';
import { allCalendars, newJersey, sha256 } from '../testing/read-policies.ts';
import { evaluate } from './evaluate.ts';

const nj = newJersey();
const calendars = allCalendars();
const numbers = nj.pack.clauses
  .flatMap(({ parameters }) => parameters)
  .flatMap(({ key, is }) => (typeof is === 'number' ? [{ key, is }] : []));

function withNumbers(parameters: Overrides, earlier: readonly EarlierNumbers[]): Compiled {
  const compiled = compile(nj.pack, { factKinds: ALL_KINDS, calendars, parameters, earlier, sha256 });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** An agency changes all its numbers on one day, and again on a later one. */
const changes = fc.record({
  first: fc.nat(300),
  second: fc.integer({ min: 1, max: 250 }),
  once: fc.constantFrom(0.3, 0.7, 1.3, 2),
  again: fc.constantFrom(0.3, 0.7, 1, 1.3, 2),
});

/** What it goes by before and after the second change, and the day of that. */
function changed({ first, second, once, again }: typeof changes extends fc.Arbitrary<infer C> ? C : never) {
  const times = (by: number): Overrides =>
    Object.fromEntries(numbers.map(({ key, is }) => [key, Math.max(1, Math.round(is * by))]));
  const then = { until: addDays(START, first), parameters: {} };
  const on = addDays(START, first + second);
  const own = times(once);
  const after = withNumbers(times(again), [then, { until: on, parameters: own }]);
  return { before: withNumbers(own, [then]), after, on };
}

const histories = anyHistory(nj);
/** Each run compiles the pack by several numbers, which on a busy machine takes longer than a test is given. */
const TIME = 60_000;

const linesIn = (compiled: Compiled, facts: Parameters<typeof evaluate>[1]) =>
  new Map(evaluate(compiled, facts).duties.map((duty) => [dutyKey(duty), duty]));
const saidOf = ({ state, because, due, dueAt, lateAfter, metOn, until }: Duty) => ({
  state,
  because,
  due,
  dueAt,
  lateAfter,
  metOn,
  until,
});

function settledOn({ state, metOn, until }: Duty): CalendarDay | null {
  return state === 'missed' ? until : metOn;
}

const beforePlanned = new Set(nj.duties.filter(({ before }) => before).map(({ rule }) => rule.id));

/** Whether there was a duty before a day: what it hangs on was there by then, or had been planned. */
function wasThere({ rule, root, anchorOn }: Duty, facts: readonly Fact[], on: CalendarDay): boolean {
  if (anchorOn < on || !beforePlanned.has(rule)) return anchorOn < on;
  const planned = facts.find(({ seq }) => seq === root);
  return planned !== undefined && nj.dayOfInstant(Date.parse(planned.recordedAt)) < on;
}

test(
  'a number from a day on changes nothing of what was settled before that day',
  () => {
    fc.assert(
      fc.property(histories, changes, (facts, change) => {
        const { before, after, on } = changed(change);
        const is = linesIn(after, facts);
        for (const [key, duty] of linesIn(before, facts)) {
          const settled = settledOn(duty);
          if (settled === null || settled >= on || !wasThere(duty, facts, on)) continue;
          const now = is.get(key);
          expect([key, now && saidOf(now)]).toEqual([key, saidOf(duty)]);
        }
      }),
      { numRuns: 80, seed: 11 },
    );
  },
  TIME,
);

test(
  'what was not there before the day of a number knows of no earlier one',
  () => {
    fc.assert(
      fc.property(histories, changes, (facts, change) => {
        const { after, on } = changed(change);
        const only = linesIn(withNumbers(after.overrides, []), facts);
        for (const [key, duty] of linesIn(after, facts)) {
          if (wasThere(duty, facts, on)) continue;
          const alone = only.get(key);
          expect([key, saidOf(duty)]).toEqual([key, alone && saidOf(alone)]);
        }
      }),
      { numRuns: 80, seed: 14 },
    );
  },
  TIME,
);

test(
  'a number from a day on makes nothing late that was not, nor later than it was, before that day',
  () => {
    fc.assert(
      fc.property(histories, changes, (facts, change) => {
        const { before, after, on } = changed(change);
        const was = linesIn(before, facts);
        for (const [key, duty] of linesIn(after, facts)) {
          const then = was.get(key);
          if (!then || !wasThere(duty, facts, on) || duty.pattern || duty.lateAfter >= on) continue;
          if (duty.state === 'void' || then.state === 'void') continue;
          expect([key, duty.lateAfter]).toEqual([key, Math.max(duty.lateAfter, then.lateAfter)]);
        }
      }),
      { numRuns: 80, seed: 12 },
    );
  },
  TIME,
);

test(
  'no two duties go by one name, and “why” tells the day and the title the lists tell, whatever day it is',
  () => {
    fc.assert(
      fc.property(histories, changes, fc.nat(600), (facts, change, days) => {
        const { after } = changed(change);
        const today = addDays(START, days);
        const { duties } = evaluate(after, facts);
        expect(new Set(duties.map(dutyKey)).size).toBe(duties.length);
        for (const duty of duties) {
          const why = explainDuty(after, facts, dutyKey(duty), today);
          const listed = [duty.rule, periodToName(duty, today)?.due ?? duty.due, duty.title];
          expect([why?.duty.rule, why?.duty.due, why?.duty.title]).toEqual(listed);
        }
      }),
      { numRuns: 60, seed: 13 },
    );
  },
  TIME,
);
