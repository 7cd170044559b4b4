import type { z } from 'zod';
import type { Fact } from '#modules/facts/model.ts';
import { type Duty, dutyKey, missedSince, type Outcome, periodToName, standingOf } from '#modules/policy/index.ts';
import { type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import type { readAsKnown } from './contract/as-known.ts';

interface Reading {
  /** The day duties stand as on, `YYYY-MM-DD`, and an instant of it (ISO 8601) for deadlines in hours. */
  readonly on: string;
  readonly at: string;
  /** What the reader may see. */
  readonly categories: readonly string[];
  /** Duties by rule and root, `rule#root`, that follow from something the reader may not see: without it they would be told wrong. */
  readonly keptBack: readonly string[];
}

type Presented = Omit<z.output<typeof readAsKnown.answer>, 'on' | 'knownAt' | 'edition' | 'factsSince'>;

/** An outcome as it is read on a day, with the facts it rests on numbered anew: their own numbers would show where something is hidden. */
export function presentOutcome(
  outcome: Outcome,
  facts: readonly Fact[],
  { on, at, categories, keptBack }: Reading,
): Presented {
  const numbers = new Map(facts.map(({ seq }, index) => [seq, index + 1]));
  const numberOf = (seq: number | null | undefined): number | null => numbers.get(seq ?? 0) ?? null;
  const today = day(on);
  return {
    pack: outcome.pack,
    version: outcome.version,
    hashes: outcome.hashes,
    facts: facts.map((fact) => ({
      no: numberOf(fact.seq) ?? 0,
      kind: fact.kind,
      on: fact.on,
      at: fact.at ?? null,
      recordedAt: fact.recordedAt,
      supersedes: numberOf(fact.supersedes),
      withdraws: fact.withdraws ?? false,
    })),
    duties: outcome.duties
      .filter(({ category, rule, root }) => categories.includes(category) && !keptBack.includes(`${rule}#${root}`))
      .map((duty) => ({
        key: dutyKey(duty),
        rule: duty.rule,
        clause: duty.clause,
        cite: duty.cite,
        title: duty.title,
        state: duty.state,
        because: duty.because,
        ...periodOn(duty, today),
        dueAt: duty.dueAt,
        until: dayText(duty.until),
        standing: standingOf(duty, at, today),
        force: duty.force,
        ...metBy(duty, today, numberOf),
      })),
    changePoints: outcome.changePoints.map(({ term, cite, title, from, to }) => ({
      term,
      cite,
      title,
      from: isoDay(from),
      to: dayText(to),
    })),
    coverages: outcome.coverages.map(({ rule, clause, cite, intervals }) => ({
      rule,
      clause,
      cite,
      intervals: intervals.map(({ payer, from, to, startedBy }) => ({
        payer,
        from: Number.isFinite(from) ? isoDay(from) : null,
        to: dayText(to),
        startedBy: numberOf(startedBy),
      })),
    })),
  };
}

/** Of a duty of each period the one the day lies in, if owed, and how many before it were missed; of any other its own day. */
function periodOn(duty: Duty, today: CalendarDay) {
  const period = periodToName(duty, today);
  return {
    period: period?.label ?? duty.item,
    due: isoDay(period?.due ?? duty.due),
    lateAfter: isoDay(period?.due ?? duty.lateAfter),
    missed: missedSince(duty, duty.due, today),
  };
}

/** When and by what it was met: of a duty of each period, what met the period it is named by. */
function metBy(duty: Duty, today: CalendarDay, numberOf: (seq: number) => number | null) {
  const period = periodToName(duty, today);
  const act = period && duty.pattern?.met.find((one) => one.period === period.period);
  const [on, seqs] = act ? [act.on, [act.seq]] : [duty.metOn, duty.metBy];
  return { metOn: dayText(on), metBy: seqs.flatMap((seq) => numberOf(seq) ?? []) };
}

const dayText = (value: CalendarDay | null): string | null => (value === null ? null : isoDay(value));
