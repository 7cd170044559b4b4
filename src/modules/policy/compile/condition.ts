import { type CalendarDay, monthStart, weekStart } from '#shared/calendar-day.ts';
import type { Entry } from '../evaluate/chronicle.ts';
import type { Situation } from '../evaluate/situation.ts';
import { covers } from '../evaluate/stretches.ts';
import type { Condition, Different } from '../rules/condition.ts';
import { minusLength } from './deadline.ts';
import { compileSet, entriesOf, fits } from './fact-set.ts';
import { FUNCTIONS, type SeenFact } from './functions.ts';
import { amountOf } from './settings.ts';
import { compileSpan, intervalsOf } from './span.ts';
import type { Workshop } from './workshop.ts';

/** Whether something is true as of a day; the anchor is the fact a duty hangs on, when there is one. */
export type Holds = (situation: Situation, day: CalendarDay, anchor: Entry | null) => boolean;

export function compileCondition(workshop: Workshop, condition: Condition): Holds {
  switch (condition.is) {
    case 'during':
    case 'not during': {
      const span = compileSpan(workshop, condition.term);
      const wanted = condition.is === 'during';
      return (situation, day) => covers(intervalsOf(situation, span), day) === wanted;
    }
    case 'has':
    case 'lacks':
      return compileHas(workshop, condition, condition.is === 'has');
    case 'at least':
    case 'at most':
      return compileCount(workshop, condition);
    case 'all':
    case 'any': {
      const parts = condition.of.map((one) => compileCondition(workshop, one));
      if (condition.is === 'all')
        return (situation, day, anchor) => parts.every((part) => part(situation, day, anchor));
      return (situation, day, anchor) => parts.some((part) => part(situation, day, anchor));
    }
    case 'function':
      return compileFunction(workshop, condition);
  }
}

const NO_DATA: Entry['fact']['data'] = {};

function compileHas(
  workshop: Workshop,
  condition: Extract<Condition, { is: 'has' | 'lacks' }>,
  wanted: boolean,
): Holds {
  const set = compileSet(workshop, condition.facts);
  const back = condition.within ? minusLength(workshop, condition.within) : null;
  return (situation, day, anchor) => {
    const since = back ? back(day) : Number.NEGATIVE_INFINITY;
    const data = anchor?.fact.data ?? NO_DATA;
    const found = entriesOf(situation, set).some(
      (one) => one.on <= day && one.on >= since && fits(set, one, data, null),
    );
    return found === wanted;
  };
}

function compileCount(workshop: Workshop, condition: Extract<Condition, { is: 'at least' | 'at most' }>): Holds {
  const set = compileSet(workshop, condition.facts);
  const since = condition.since ? compileSet(workshop, condition.since) : null;
  const amount = amountOf(workshop.settings, condition.amount);
  const least = condition.is === 'at least';
  const { different } = condition;
  return (situation, day, anchor) => {
    const last = since ? lastBy(entriesOf(situation, since), day) : null;
    const data = anchor?.fact.data ?? NO_DATA;
    const found = entriesOf(situation, set).filter(
      (one) => one.on <= day && (last === null || one.position > last.position) && fits(set, one, data, null),
    );
    const counted = different === null ? found.length : new Set(found.map(({ on }) => FIRST_DAY[different](on))).size;
    return least ? counted >= amount : counted <= amount;
  };
}

/** The first day of the day, week or month of the calendar that a day lies in. */
const FIRST_DAY: Readonly<Record<Different, (day: CalendarDay) => CalendarDay>> = {
  days: (day) => day,
  weeks: weekStart,
  months: monthStart,
};

/** The last of these facts on or before a day. */
export function lastBy(entries: readonly Entry[], day: CalendarDay): Entry | null {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry !== undefined && entry.on <= day) return entry;
  }
  return null;
}

function compileFunction(workshop: Workshop, condition: Extract<Condition, { is: 'function' }>): Holds {
  const set = compileSet(workshop, condition.facts);
  const since = condition.since ? compileSet(workshop, condition.since) : null;
  const run = FUNCTIONS[condition.name];
  const settings = Object.fromEntries(
    Object.entries(condition.settings).map(([name, amount]) => [name, amountOf(workshop.settings, amount)]),
  );
  return (situation, day) => {
    const last = since ? lastBy(entriesOf(situation, since), day) : null;
    const seen: SeenFact[] = entriesOf(situation, set).flatMap((one) =>
      one.on <= day && (last === null || one.position > last.position) ? [{ on: one.on, data: one.fact.data }] : [],
    );
    return run?.(seen, settings) ?? false;
  };
}
