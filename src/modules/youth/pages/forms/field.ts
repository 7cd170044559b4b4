import { type SaidLanguage, wrongWith } from '../../languages.ts';
import { languagesInWords } from '../../words.ts';
import { toLanguages, toRows, type WrittenLanguage } from './written-languages.ts';

/** What a form holds while somebody writes: text, ticks, lists of ticks, rows of languages. */
export type Value = string | boolean | readonly string[] | readonly WrittenLanguage[];
export type Values = Readonly<Record<string, Value>>;

interface Plain {
  /** The name it has in what is sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Shown only while this holds. */
  readonly when?: (values: Values) => boolean;
}

export type Field = Plain &
  (
    | { readonly kind: 'text' | 'words' | 'day' | 'lines' | 'yes-no' | 'tick' | 'languages' }
    | {
        readonly kind: 'choice';
        readonly choices: Readonly<Record<string, string>>;
        /** What choosing nothing means; "Not said" unless told. */
        readonly none?: string;
      }
    | { readonly kind: 'ticks'; readonly choices: Readonly<Record<string, string>> }
  );

const YES_NO = { yes: true, no: false } as const;

/** The value a form starts with, from what a record says. */
export function toForm(field: Field, said: unknown): Value {
  if (field.kind === 'tick') return said === true;
  if (field.kind === 'ticks') return Array.isArray(said) ? said.map(String) : [];
  if (field.kind === 'languages') return toRows((said ?? []) as readonly SaidLanguage[]);
  if (field.kind === 'lines') return Array.isArray(said) ? said.join('\n') : '';
  if (field.kind === 'yes-no' && typeof said === 'boolean') return said ? 'yes' : 'no';
  return said === null || said === undefined ? '' : String(said);
}

/** What is sent for a value: an empty text is "nobody said", never an empty answer. */
export function toRecord(field: Field, value: Value | undefined): unknown {
  if (field.kind === 'tick') return value === true;
  if (field.kind === 'ticks') return Array.isArray(value) ? value : [];
  if (field.kind === 'languages') return toLanguages(rowsOf(value));
  const text = typeof value === 'string' ? value.trim() : '';
  if (field.kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  if (field.kind === 'yes-no') return text === 'yes' || text === 'no' ? YES_NO[text] : null;
  return text === '' ? null : text;
}

/** The rows of a field of languages. */
export const rowsOf = (value: Value | undefined): readonly WrittenLanguage[] =>
  Array.isArray(value) ? (value as readonly WrittenLanguage[]) : [];

/** What is wrong with a value as far as the form itself can tell: a code; null when nothing is. */
export function wrongHere(field: Field, value: Value | undefined): string | null {
  if (field.required && toRecord(field, value) === null) return 'missing';
  return field.kind === 'languages' ? wrongWith(toLanguages(rowsOf(value))) : null;
}

/** A value in words, for comparing two versions. */
export function inWords(field: Field, said: unknown): string {
  if (said === null || said === undefined || said === '')
    return (field.kind === 'choice' ? field.none : undefined) ?? 'not said';
  if (typeof said === 'boolean') return said ? 'yes' : 'no';
  if (field.kind === 'languages') return languagesInWords(said as readonly SaidLanguage[]);
  const label = (code: unknown) => ('choices' in field ? (field.choices[String(code)] ?? String(code)) : String(code));
  if (Array.isArray(said)) return said.length === 0 ? 'none' : said.map(label).join(', ');
  return label(said);
}
