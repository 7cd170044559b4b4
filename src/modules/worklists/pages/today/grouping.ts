import type { OwedItem } from '../../contract.ts';
import { TIMES, type Time } from '../../filters/contract.ts';
import { timeOf } from '../../time-of.ts';

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
