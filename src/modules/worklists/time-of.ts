import { aheadOf } from '#modules/policy/ahead.ts';
import { day } from '#shared/calendar-day.ts';
import type { OwedItem } from './contract.ts';
import type { Time } from './filters/contract.ts';

/**
 * Where a duty stands: late by its hour or day as the engine says, then by how far ahead its day lies. A target whose day
 * has passed is nobody's violation, and stands apart from what is late.
 */
export function timeOf(item: Pick<OwedItem, 'owing' | 'standing' | 'due' | 'force'>, today: string): Time {
  if (item.owing !== 'holder') return 'waiting';
  if (item.standing === 'late') return 'late';
  if (item.due < today && item.force === 'target') return 'past-target';
  return aheadOf(day(item.due), day(today));
}
