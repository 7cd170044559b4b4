import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { PROGRAMMES } from '#modules/facts/model.ts';
import { type Compiled, type LimitAnswer, limitsOn } from '#modules/policy/index.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';

/** What the caseload limits of a programme's pack say on a day, with the agency's own numbers. */
export interface CaseloadRatio {
  /** Zero while the pack names none: shown as not known, and nothing is over it. */
  readonly families: number;
  readonly careManagers: number;
  readonly source: string;
  /** The clause of the families' limit, so that a screen can lead to it. */
  readonly clause: { readonly pack: string; readonly id: string; readonly cite: string } | null;
  /** Whether so many families are too many for one care manager, or so many care managers for one supervisor. */
  readonly over: (count: { readonly families: number } | { readonly careManagers: number }) => boolean;
}

/**
 * Counts of people and charts are not recorded facts: they follow from who is accountable today. They are put to the
 * pack's limits as of the day, each as the one fact its rule asks for.
 */
export function caseloadRatio(shelf: PolicyShelf, programme: string, agency: number, on: CalendarDay): CaseloadRatio {
  const known = PROGRAMMES.find((one) => one === programme);
  const compiled = known ? shelf.compiled(known, agency) : null;
  const ask = (count: Parameters<CaseloadRatio['over']>[0]) => (compiled ? answerOf(compiled, on, count) : undefined);
  const families = ask({ families: 0 });
  const clause = compiled?.pack.clauses.find(({ id }) => id === families?.clause);
  return {
    families: families?.atMost ?? 0,
    careManagers: ask({ careManagers: 0 })?.atMost ?? 0,
    source: clause?.source ?? 'not loaded',
    clause: compiled && clause ? { pack: compiled.pack.id, id: clause.id, cite: clause.cite } : null,
    over: (count) => ask(count)?.exceeded ?? false,
  };
}

function answerOf(
  compiled: Compiled,
  on: CalendarDay,
  count: Parameters<CaseloadRatio['over']>[0],
): LimitAnswer | undefined {
  const [answer] =
    'families' in count
      ? limitsOn(compiled, 'caseload.counted', { families: count.families }, on)
      : limitsOn(compiled, 'supervision.counted', { care_managers: count.careManagers }, on);
  return answer;
}
