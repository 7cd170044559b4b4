import { languageName, readLanguageCode, type SaidLanguage } from '../../languages.ts';

/** One language while somebody writes it: what stands in the field, and the code it stands for where we know one. */
export interface WrittenLanguage extends Omit<SaidLanguage, 'words'> {
  /** Its row in the form. */
  readonly row: number;
  readonly text: string;
}

/** The rows a form starts with. */
export const toRows = (said: readonly SaidLanguage[]): readonly WrittenLanguage[] =>
  said.map(({ words, ...one }, row) => ({ ...one, row, text: languageName({ code: one.code, words }) }));

/** What is sent for the rows; one without a name says nothing. */
export const toLanguages = (rows: readonly WrittenLanguage[]): readonly SaidLanguage[] =>
  rows
    .filter(({ text }) => text.trim() !== '')
    .map(({ row: _row, text, ...one }) => ({ ...one, words: one.code === null ? text.trim() : null }));

/** With one row more, for a language they speak. */
export const withAnother = (rows: readonly WrittenLanguage[]): readonly WrittenLanguage[] => [
  ...rows,
  {
    row: Math.max(-1, ...rows.map(({ row }) => row)) + 1,
    code: null,
    text: '',
    speaks: true,
    reads: false,
    talk: false,
    letters: false,
  },
];

/** With a name written: a name we know is its code. */
export const named = (rows: readonly WrittenLanguage[], row: number, text: string): readonly WrittenLanguage[] =>
  rows.map((one) => (one.row === row ? { ...one, text, code: readLanguageCode(text) } : one));

/** Ticked or not; what they do not speak or read can be no preferred one. */
export const ticked = (
  rows: readonly WrittenLanguage[],
  row: number,
  tick: Partial<Pick<WrittenLanguage, 'speaks' | 'reads'>>,
): readonly WrittenLanguage[] =>
  rows.map((one) => {
    if (one.row !== row) return one;
    const next = { ...one, ...tick };
    return { ...next, talk: next.talk && next.speaks, letters: next.letters && next.reads };
  });

/** With the one they would rather talk in, or letters go out in, chosen; null for none. */
export const preferring = (
  rows: readonly WrittenLanguage[],
  what: 'talk' | 'letters',
  row: number | null,
): readonly WrittenLanguage[] => rows.map((one) => ({ ...one, [what]: one.row === row }));

/** One place earlier. */
export function earlier(rows: readonly WrittenLanguage[], row: number): readonly WrittenLanguage[] {
  const at = rows.findIndex((one) => one.row === row);
  const [moved, before] = [rows[at], rows[at - 1]];
  return moved && before ? rows.with(at - 1, moved).with(at, before) : rows;
}
