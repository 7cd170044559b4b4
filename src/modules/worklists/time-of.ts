import { aheadOf } from '#modules/policy/ahead.ts';
import { day } from '#shared/calendar-day.ts';
import type { OwedItem } from './contract.ts';
import type { Time } from './filters/contract.ts';

/**
 * Where a duty stands: late by its hour or day as the engine says, then by how far ahead its day lies. A target whose day
 * or hour has passed is nobody's violation, and stands apart from what is late.
 */
export function timeOf(item: Pick<OwedItem, 'owing' | 'standing' | 'due' | 'dueAt' | 'force'>, today: string): Time {
  if (item.owing !== 'holder') return 'waiting';
  if (item.standing === 'late') return 'late';
  const hourPassed = item.dueAt !== null && item.standing === 'amber';
  if (item.force === 'target' && (item.due < today || hourPassed)) return 'past-target';
  return aheadOf(day(item.due), day(today));
}
