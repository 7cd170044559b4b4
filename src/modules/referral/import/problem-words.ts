import type { Problem } from '#shared/result.ts';
import { columnName } from './column-names.ts';

type Words = (detail: Readonly<Record<string, string | number>>) => string;

/** Why a row cannot be read, in words a person can mend it by. */
export const PROBLEM_WORDS = {
  missing: () => 'is missing.',
  'no-letters': ({ value }) => `has no letter in it: “${value}”.`,
  'not-a-date': ({ value }) => `is not a date: “${value}”. Write it as YYYY-MM-DD.`,
  'no-such-day': ({ value }) => `is a day that does not exist: “${value}”.`,
  'day-before-month': ({ value }) => `has no such month: “${value}”. Write it as YYYY-MM-DD, or month first.`,
  'no-such-hour': ({ value }) => `has no such hour: “${value}”.`,
  'in-the-future': ({ value }) => `lies in the future: “${value}”.`,
  'too-long-ago': ({ value }) => `lies too long ago: “${value}”.`,
  'born-after-received': ({ value }) => `is later than the day the referral was received: “${value}”.`,
  'too-long': ({ found, most }) => `is too long: ${found} characters, at most ${most}.`,
  'id-repeated': ({ value, line }) =>
    `“${value}” already stands on line ${line} for another row. Give this one its own.`,
  'id-used-before': ({ value, sender }) =>
    `“${value}”${sender ? ` from “${sender}”` : ''} was imported before with other content. Change the referral itself, give this row its own number, or say who sent the file where another sender numbers alike.`,
  'row-mended-before': () =>
    'names a row that was mended here before, to a youth you do not see. If this row is that youth, leave it out; if it is another, empty this cell.',
  'wrong-column-count': ({ found, expected }) =>
    `has ${found} cells where the header has ${expected}. Look for a missing or surplus separator or quote.`,
  'quote-not-closed': () => 'has a quote that opens and never closes.',
  'duplicate-column': () => 'stands twice in the header; the first is read.',
  'empty-file': () => 'is empty.',
  'no-rows': () => 'has a header and no rows.',
} as const satisfies Record<string, Words>;

/**
 * One sentence: the column as the screen calls it, then what is wrong with it. An unknown code shows itself, so that no reason is ever lost.
 */
export function problemWords(problem: Problem): string {
  const words: Readonly<Record<string, Words>> = PROBLEM_WORDS;
  return `${columnName(problem.field)} ${words[problem.code]?.(problem.detail ?? {}) ?? problem.code}`;
}
