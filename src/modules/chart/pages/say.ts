import { dayInWords, fullDay } from '#design-system/time/day-words.ts';
import { planWords } from '#modules/youth/pages/plan-words.ts';
import { coverageWords } from '#modules/youth/words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { parseDay } from '#shared/calendar-day.ts';
import { ZONE } from '#web/staff/here.ts';
import type { Overview } from '../contract.ts';
import { words } from './words.ts';

/** `Tue 13 Oct`, with the year when it is another than today's. */
export const sayDay = dayInWords;

/** `13 October 2026` */
export function sayFullDay(day: string): string {
  const parsed = parseDay(day);
  return parsed === null ? day : fullDay(parsed).replace(/^\w+, /, '');
}

/** `Tue 13 Oct, 14:20` */
export function sayInstant(instant: string, today: string): string {
  const { day, hour } = wallTime(instant, ZONE);
  return `${sayDay(day, today)}, ${hour}`;
}

/** What a stage is called. */
export const stageWords = (stage: string): string => words.stages[stage] ?? stage.replaceAll('-', ' ');

/** The name the youth goes by. */
export function nameOf({ youth }: Overview['header']): string {
  return `${youth.preferredName ?? youth.legalFirst} ${youth.legalLast}`;
}

/** Coverage on one line: "NJ FamilyCare: Horizon NJ Health", or that no plan is chosen yet. */
export function sayCoverage({ kind, plan, planState }: Overview['header']['coverage'][number]): string {
  if (planState === 'choice-pending') return `${coverageWords(kind)}: ${words.overview.planPending}`;
  return plan ? `${coverageWords(kind)}: ${planWords(plan)}` : coverageWords(kind);
}
