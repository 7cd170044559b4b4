import type { CalendarDay } from '#shared/calendar-day.ts';

/** A CMO serves a county from a day, until the day before `until` (`null`: with no end). */
export interface ServiceArea {
  readonly cmo: string;
  readonly county: string;
  readonly from: CalendarDay;
  readonly until: CalendarDay | null;
}

/** `one` is assigned without a word; `none` and `several` need a person to choose. */
export type CmoProposal =
  | { readonly kind: 'one'; readonly cmo: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly cmos: readonly string[] };

/** The CMO of the county where the youth lives, on that day. Assignment is by county of residence (NJCMO). */
export function proposeCmo(county: string | null, on: CalendarDay, areas: readonly ServiceArea[]): CmoProposal {
  const serving = areas.filter(
    (area) => area.county === county && area.from <= on && (area.until === null || on < area.until),
  );
  const cmos = [...new Set(serving.map((area) => area.cmo))].sort();
  const [only] = cmos;
  if (only === undefined) return { kind: 'none' };
  return cmos.length === 1 ? { kind: 'one', cmo: only } : { kind: 'several', cmos };
}

/** Whether whoever assigns must say why: anything but the one CMO of the county. */
export function needsAssignmentReason(proposal: CmoProposal, chosen: string): boolean {
  return proposal.kind !== 'one' || proposal.cmo !== chosen;
}
