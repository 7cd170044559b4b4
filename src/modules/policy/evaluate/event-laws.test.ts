import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { addDays, type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { periodsSoFar } from '../periods.ts';
import { anyHistory, START } from '../testing/any-history.ts';
import { compiledFrom, filesIn, newJersey } from '../testing/read-policies.ts';
import { evaluate } from './evaluate.ts';

describe.each([
  ['New Jersey', newJersey()],
  ['CM-040', compiledFrom(filesIn('src/modules/policy/fixtures/pa-cm040-hard'))],
])('%s: what happens from a day on', (_name, compiled) => {
  const histories = anyHistory(compiled);
  /** What a later stretch of care takes up again is settled by no day. */
  const passesOn = new Set(
    compiled.duties.filter(({ rule }) => rule.afterCare === 'passes on').map(({ rule }) => rule.id),
  );
  /** A history up to a day, and the same with new events from that day on; nothing that was is set right. */
  const goesOn = fc.tuple(histories, histories, fc.nat(400)).map(([facts, more, days]) => {
    const from = addDays(START, days);
    const before = facts.filter(({ on }) => day(on) < from);
    const events = more.filter(
      ({ on, kind, supersedes }) => day(on) >= from && supersedes === undefined && !kind.startsWith('duty.'),
    );
    const later = events.map(
      (one, index): Fact => ({
        ...one,
        seq: 100 + index,
        recordedAt: `${isoDay(addDays(day(one.on), 60))}T15:00:00Z`,
      }),
    );
    return { from, before, after: [...before, ...later] };
  });
  const dutiesIn = (facts: readonly Fact[]) =>
    evaluate(compiled, facts).duties.filter(({ rule }) => !passesOn.has(rule));
  const settledOn = ({ state, metOn, until }: Duty) => (state === 'missed' ? until : metOn);
  const saidOf = ({ state, because, due, lateAfter, metOn, until }: Duty) => ({
    state,
    because,
    due,
    lateAfter,
    metOn,
    until,
  });

  test('changes nothing of what was settled, or void, before it', () => {
    fc.assert(
      fc.property(goesOn, ({ from, before, after }) => {
        const is = new Map(dutiesIn(after).map((duty) => [dutyKey(duty), duty]));
        for (const duty of dutiesIn(before)) {
          const settled = settledOn(duty);
          if (duty.pattern !== null || (duty.state !== 'void' && (settled === null || settled >= from))) continue;
          const now = is.get(dutyKey(duty));
          if (duty.state === 'void') expect([dutyKey(duty), now?.state]).toEqual([dutyKey(duty), 'void']);
          else expect([dutyKey(duty), now && saidOf(now)]).toEqual([dutyKey(duty), saidOf(duty)]);
        }
      }),
      { numRuns: 400, seed: 21 },
    );
  });

  test('moves no last day that was over, and takes nothing away that was late', () => {
    fc.assert(
      fc.property(goesOn, ({ from, before, after }) => {
        const is = new Map(dutiesIn(after).map((duty) => [dutyKey(duty), duty]));
        for (const duty of dutiesIn(before)) {
          if (duty.pattern !== null || duty.pausedFrom !== null || duty.state === 'void' || duty.lateAfter >= from)
            continue;
          const now = is.get(dutyKey(duty));
          const told = [dutyKey(duty), duty.due, duty.lateAfter, false];
          expect([dutyKey(duty), now?.due, now?.lateAfter, now?.state === 'void']).toEqual(told);
        }
      }),
      { numRuns: 400, seed: 22 },
    );
  });

  test('changes no period that was over', () => {
    const periodsOf = (duty: Duty, until: CalendarDay) =>
      periodsSoFar(duty, until)
        .filter(({ due }) => due < until)
        .map(({ label, state }) => `${label} ${state}`);
    fc.assert(
      fc.property(goesOn, ({ from, before, after }) => {
        const is = new Map(dutiesIn(after).map((duty) => [`${duty.rule}#${duty.root}`, duty]));
        for (const duty of dutiesIn(before)) {
          const now = is.get(`${duty.rule}#${duty.root}`);
          if (duty.pattern === null || now === undefined) continue;
          const until = addDays(from, -1);
          expect([dutyKey(duty), periodsOf(now, until)]).toEqual([dutyKey(duty), periodsOf(duty, until)]);
        }
      }),
      { numRuns: 400, seed: 23 },
    );
  });
});
