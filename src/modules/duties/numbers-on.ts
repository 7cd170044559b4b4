import type { Compiled } from '#modules/policy/compile/compiled.ts';
import type { Judged } from '#modules/policy/evaluate/in-turn.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { namesIn } from './named-rules.ts';

/**
 * A day (`YYYY-MM-DD`) on which the numbers counted that a duty was judged by: the first, as far as its title tells them apart,
 * so that a number which the title does not say changes no row. Null where they are the first its agency had.
 */
export function numbersOn(compiled: Compiled, { duty, by }: Judged): string | null {
  const { earlier } = compiled;
  if (earlier.length === 0) return null;
  let turn = earlier.findIndex((one) => one.compiled === by);
  if (turn === -1) turn = earlier.length;
  while (turn > 0 && isCalled(earlier[turn - 1]?.compiled, duty.rule, isCalledBy(by, duty.rule))) turn -= 1;
  const began = startOf(compiled, turn);
  return began === null ? null : isoDay(began);
}

const isCalledBy = ({ pack }: Compiled, rule: string): string | undefined => namesIn(pack).rules.get(rule)?.title.en;

const isCalled = (then: Compiled | undefined, rule: string, title: string | undefined): boolean =>
  then !== undefined && isCalledBy(then, rule) === title;

/** The day on which the numbers of a turn began to count; those of the first always did. */
const startOf = ({ earlier }: Compiled, turn: number): CalendarDay | null => earlier[turn - 1]?.until ?? null;
