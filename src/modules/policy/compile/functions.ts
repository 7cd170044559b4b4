import type { CalendarDay } from '#shared/calendar-day.ts';

/** A fact as a named function sees it. */
export interface SeenFact {
  readonly on: CalendarDay;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A named, documented, tested question that the rule language cannot put. It may look at nothing but its arguments. */
export type NamedFunction = (facts: readonly SeenFact[], settings: Readonly<Record<string, number>>) => boolean;

/**
 * Whether attempts were ongoing: at least `attempts` of them, in at least `ways` different ways, the first and the last
 * at least `days` calendar days apart.
 */
const ongoingAttempts: NamedFunction = (facts, { attempts = 1, ways = 1, days = 0 }) => {
  const first = facts[0];
  const last = facts[facts.length - 1];
  if (first === undefined || last === undefined || facts.length < attempts) return false;
  return new Set(facts.map((fact) => fact.data.how)).size >= ways && last.on - first.on >= days;
};

/** Every function a pack may name. Their number is reported: each is something the language could not say. */
export const FUNCTIONS: Readonly<Record<string, NamedFunction>> = { 'ongoing attempts': ongoingAttempts };
