import { currentPeriod, periodToName, type StoredPattern } from '#modules/policy/index.ts';
import type { Command } from '#modules/record/command.ts';
import { statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import type { DutyName } from '../duty-name.ts';

const PATTERN = statement('duties.pattern', 'select pattern from kinfold.duty where chart = $1 and key = $2');

/**
 * Which period of a duty of each period is meant. Its key names the first one nobody met, which may be long over and past
 * doing; people mean the one their list names, and by "done on a day" the one that day lies in. Null for a day in none.
 */
export async function periodMeant(
  command: Command,
  key: string,
  name: DutyName,
  doneOn: string | null,
): Promise<DutyName | null> {
  const { rows } = await command.db.query<{ pattern: StoredPattern | null }>(PATTERN, [command.existing().id, key]);
  const pattern = rows[0]?.pattern ?? null;
  if (pattern === null) return name;
  if (doneOn !== null) {
    const period = currentPeriod({ pattern }, day(doneOn));
    return period === null ? null : { ...name, item: period.label };
  }
  const named = periodToName({ pattern }, day(command.actor.today));
  return named?.state === 'open' ? { ...name, item: named.label } : name;
}
