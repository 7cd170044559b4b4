import type { Node } from 'yaml';
import { type Deadline, type Length, UNITS, type Unit } from '../rules/deadline.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';

const LENGTH = /^(\d+|\{[^}]+\}) ([a-z ]+?)$/;
const DEADLINE = /^(?:within )?(\d+|\{[^}]+\}) ([a-z ]+?)(?: (before|after))?$/;
const SINGULAR: Readonly<Record<string, Unit>> = {
  hour: 'hours',
  'calendar day': 'calendar days',
  day: 'calendar days',
  days: 'calendar days',
  'business day': 'business days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};

/** `within 2 business days`, `45 calendar days before`, `the same day`, `the next business day`. */
export function readDeadline(reading: ClauseReading, node: Node | null, text: string): Deadline {
  if (text === 'the same day' || text === 'on the day') return { amount: 0, unit: 'calendar days', direction: 'after' };
  if (text === 'the next day') return { amount: 1, unit: 'calendar days', direction: 'after' };
  if (text === 'the next business day') return { amount: 1, unit: 'business days', direction: 'after' };
  const match = DEADLINE.exec(text);
  const unit = match ? unitOf(match[2] ?? '') : null;
  if (match === null || unit === null) {
    reading.file.refuse(
      node,
      `"${text}" is not a deadline; write it like: within 2 business days, or: 45 calendar days before`,
    );
    return { amount: 0, unit: 'calendar days', direction: 'after' };
  }
  const direction = match[3] === 'before' ? 'before' : 'after';
  return { amount: readAmount(reading, node, match[1] ?? ''), unit, direction };
}

/** `2 months`, `{days} calendar days`. */
export function readLength(reading: ClauseReading, node: Node | null, text: string): Length {
  const match = LENGTH.exec(text);
  const unit = match ? unitOf(match[2] ?? '') : null;
  if (match === null || unit === null || unit === 'hours' || unit === 'business days') {
    reading.file.refuse(node, `"${text}" is not a length; write it like: 2 months, or: 30 calendar days`);
    return { amount: 0, unit: 'calendar days' };
  }
  return { amount: readAmount(reading, node, match[1] ?? ''), unit };
}

function unitOf(text: string): Unit | null {
  return UNITS.find((unit) => unit === text) ?? SINGULAR[text] ?? null;
}
