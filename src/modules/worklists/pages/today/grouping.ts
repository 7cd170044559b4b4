import { addDays, day, weekStart } from '#shared/calendar-day.ts';
import type { OwedItem } from '../../contract.ts';

/** The times duties are grouped under; "waiting" is a list of its own. */
export const TIMES = ['late', 'past-target', 'today', 'this-week', 'later', 'waiting'] as const;
export type Time = (typeof TIMES)[number];

/**
 * Where a duty stands: late by its hour or day as the engine says, then by its due day; weeks begin on Monday. A target
 * whose day has passed is nobody's violation, and stands apart from what is late.
 */
export function timeOf(item: OwedItem, today: string): Time {
  if (item.owing !== 'holder') return 'waiting';
  if (item.standing === 'late') return 'late';
  if (item.due < today && item.force === 'target') return 'past-target';
  if (item.due <= today) return 'today';
  const endOfWeek = addDays(weekStart(day(today)), 6);
  return day(item.due) <= endOfWeek ? 'this-week' : 'later';
}

export interface Group {
  readonly name: string;
  readonly items: readonly OwedItem[];
}

function grouped(items: readonly OwedItem[], nameOf: (item: OwedItem) => string): readonly Group[] {
  const groups = new Map<string, OwedItem[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].map(([name, list]) => ({ name, items: list }));
}

/** By time, in the order of time; empty ones left out. */
export function byTime(
  items: readonly OwedItem[],
  today: string,
): readonly { time: Time; items: readonly OwedItem[] }[] {
  const groups = grouped(items, (item) => timeOf(item, today));
  return TIMES.flatMap((time) =>
    groups.filter((group) => group.name === time).map((group) => ({ time, items: group.items })),
  );
}

/** By youth, or by what is asked; in the order of the words. */
export function byWord(items: readonly OwedItem[], by: 'youth' | 'clause'): readonly Group[] {
  const groups = grouped(items, (item) => (by === 'youth' ? item.youth : item.title));
  return groups.toSorted((a, b) => a.name.localeCompare(b.name));
}
