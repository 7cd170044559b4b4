import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, parseDay, trustedDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';

/** One thing a duty ranges over, and the day it brings with it. */
export interface Item {
  readonly name: string;
  readonly on: CalendarDay | null;
}

/** What a duty ranges over in the fact it hangs on; nothing for a duty that ranges over nothing. */
export function itemsOf({ rule: { forEach } }: CompiledDuty, fact: Fact): Item[] {
  const items = forEach === null ? undefined : fact.data[forEach.of];
  if (forEach === null || !Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    if (forEach.named === null || typeof item !== 'object' || item === null) return { name: String(item), on: null };
    const fields = item as Readonly<Record<string, unknown>>;
    const on = forEach.day === null ? null : parseDay(String(fields[forEach.day]));
    return { name: String(fields[forEach.named]), on };
  });
}

/**
 * The day a duty is counted from: the one its item brings, the due day of the round before it, otherwise the day of the fact
 * it hangs on.
 */
export function countedFrom(compiled: CompiledDuty, fact: Fact, item: string | null): CalendarDay {
  if (compiled.sinceLast && item !== null) {
    let from = trustedDay(fact.on);
    for (let round = 1; round < Number(item); round += 1) from = compiled.due(from, 'strict');
    return from;
  }
  const own = item === null ? undefined : itemsOf(compiled, fact).find(({ name }) => name === item);
  return own?.on ?? trustedDay(fact.on);
}
