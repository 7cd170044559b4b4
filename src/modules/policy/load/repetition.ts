import type { Repetition } from '../rules/rule.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';
import type { KeyReader } from './key-reader.ts';

const CYCLE = /^each (\d+|\{[^}]+\}) calendar days(?: from day (\d+|\{[^}]+\}))?$/;

/** `once`, `since the last`, `each week`, `each month`, `each year`, or `each 45 calendar days from day 30`. */
export function readRepetition(reading: ClauseReading, reader: KeyReader): Repetition {
  const text = reader.optionalText('repeats') ?? 'once';
  const first = reader.choice('first period', ['own', 'next'], 'next');
  if (text === 'once') return { how: 'once' };
  if (text === 'since the last') return { how: 'since last' };
  if (text === 'each week' || text === 'each month' || text === 'each year') return { how: text, first };
  const match = CYCLE.exec(text);
  if (match === null) {
    reading.file.refuse(
      reader.node,
      `"repeats: ${text}" should be: since the last, each week, each month, each year, or each 45 calendar days`,
    );
    return { how: 'once' };
  }
  const days = readAmount(reading, reader.node, match[1] ?? '');
  return { how: 'each cycle', days, offset: match[2] === undefined ? 0 : readAmount(reading, reader.node, match[2]) };
}
