import { fullDay, shortDay } from '#design-system/time/day-words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { Overview } from '../contract.ts';
import { words } from './words.ts';

/** The zone of New Jersey's agencies. */
export const ZONE = 'America/New_York';

/** `Tue 13 Oct`, with the year when it is another than today's. */
export function sayDay(day: string, today: string): string {
  const parsed = parseDay(day);
  return parsed === null ? day : shortDay(parsed, parseDay(today) ?? undefined);
}

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

const CODES: Readonly<Record<string, string>> = {
  'nj-familycare': 'NJ FamilyCare',
  horizon: 'Horizon NJ Health',
  aetna: 'Aetna Better Health',
  fidelis: 'Fidelis Care',
  unitedhealthcare: 'UnitedHealthcare',
  wellpoint: 'Wellpoint',
  cyber: 'CYBER number',
  medicaid: 'Medicaid number',
  referral: 'Referral number',
};

/** A code in words, with a capital. */
export function sayCode(code: string): string {
  const said = CODES[code] ?? code.replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** `+19085550142` as `908 555 0142`; anything else as it is. */
export function sayTelephone(value: string): string {
  const found = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(value);
  return found ? `${found[1]} ${found[2]} ${found[3]}` : value;
}
