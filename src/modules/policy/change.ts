import type { Fact } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Compiled } from './compile/compiled.ts';
import { type Duty, dutyKey } from './duty.ts';
import { evaluate } from './evaluate/evaluate.ts';

/** A duty that changes when rules or numbers change. Days are null where it is not owed. */
export interface Change {
  readonly chart: string;
  readonly key: string;
  readonly rule: string;
  readonly change: 'moved' | 'opened' | 'voided' | 'settled';
  readonly before: CalendarDay | null;
  readonly after: CalendarDay | null;
}

/** What changes in one chart if one compiled pack takes the place of another. */
export function changesBetween(
  before: Compiled,
  after: Compiled,
  { chart, facts }: { readonly chart: string; readonly facts: readonly Fact[] },
): Change[] {
  const was = new Map(evaluate(before, facts).duties.map((duty) => [dutyKey(duty), duty]));
  const is = new Map(evaluate(after, facts).duties.map((duty) => [dutyKey(duty), duty]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const old = was.get(key);
    const now = is.get(key);
    const change = changeOf(old, now);
    if (change === null) return [];
    return [{ chart, key, rule: (now ?? old)?.rule ?? '', change, before: dayOf(old), after: dayOf(now) }];
  });
}

function changeOf(old: Duty | undefined, now: Duty | undefined): Change['change'] | null {
  const owedBefore = old !== undefined && old.state !== 'void';
  const owedAfter = now !== undefined && now.state !== 'void';
  if (owedBefore && !owedAfter) return 'voided';
  if (!owedBefore && owedAfter) return 'opened';
  if (!owedBefore || !owedAfter) return null;
  if (deadlineOf(old) !== deadlineOf(now)) return 'moved';
  return old.state === now.state && old.force === now.force ? null : 'settled';
}

/** Both days with their hours, as one text. */
const deadlineOf = ({ due, dueAt, lateAfter, lateAfterAt }: Duty): string =>
  [due, dueAt, lateAfter, lateAfterAt].join();

function dayOf(duty: Duty | undefined): CalendarDay | null {
  return duty === undefined || duty.state === 'void' ? null : duty.due;
}
