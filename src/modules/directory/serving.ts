import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import type { Agency, AgencyKind, County, CountyCode, Directory, ServiceArea } from './model.ts';

const inForce = (area: ServiceArea, on: string) => area.from <= on && (area.to === null || on <= area.to);

/**
 * The id of the agency that serves a county on a day, among assignments of one kind of agency; `null` when none does.
 * Where two overlap, as when a successor is entered before the old row is ended, the later start counts.
 */
export function agencyServing(
  county: CountyCode,
  day: CalendarDay,
  assignments: readonly ServiceArea[],
): number | null {
  const on = isoDay(day);
  const serving = assignments
    .filter((area) => area.county === county && inForce(area, on))
    .sort((a, b) => b.from.localeCompare(a.from));
  return serving[0]?.agencyId ?? null;
}

/** The assignments of one kind of agency, for `agencyServing`. */
export function assignmentsOf(kind: AgencyKind, directory: Directory): readonly ServiceArea[] {
  const ids = new Set(directory.agencies.filter((agency) => agency.kind === kind).map((agency) => agency.id));
  return directory.serviceAreas.filter((area) => ids.has(area.agencyId));
}

/** The agency of a kind that serves a county on a day. */
export function agencyOf(kind: AgencyKind, county: CountyCode, day: CalendarDay, directory: Directory): Agency | null {
  const id = agencyServing(county, day, assignmentsOf(kind, directory));
  return directory.agencies.find((agency) => agency.id === id) ?? null;
}

/** The counties an agency serves on a day, in the directory's order. */
export function countiesServedBy(agency: Agency, day: CalendarDay, directory: Directory): readonly County[] {
  const assignments = assignmentsOf(agency.kind, directory);
  return directory.counties.filter((county) => agencyServing(county.code, day, assignments) === agency.id);
}
