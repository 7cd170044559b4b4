/**
 * Control characters other than tab and line break, zero-width characters and marks that turn the writing direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out; PostgreSQL refuses NUL.
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** Nearly every cell: nothing in it needs cleaning but blanks at the ends. */
const PLAIN = /^[\x20-\x7E]*$/;
const HALF_OF_A_PAIR = /\p{Surrogate}/gu;
/** The sign a decoder leaves where it could not tell the letter. */
export const LOST_LETTER = '\uFFFD';

/** Text as it is kept: composed (NFC), storable, nothing invisible, line breaks as `\n`, no blanks at either end. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(HALF_OF_A_PAIR, LOST_LETTER)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim();
}

/** The same on one line: every run of blanks and breaks is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}
