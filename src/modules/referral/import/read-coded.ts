import type { CodeReader } from '#modules/youth/code-reader.ts';
import { foldName } from '#modules/youth/names.ts';
import type { ReviewTask, ReviewTaskCode } from '../review-tasks.ts';
import type { ImportColumn } from './columns.ts';

export interface CodedValue<C extends string> {
  readonly code: C;
  readonly asReported: string | null;
}

export interface ReadCoded<C extends string> {
  /** `null`: nothing was written, or words for none of the codes. */
  readonly code: C | null;
  /** The words, where they say more than the code's label. */
  readonly asReported: string | null;
  readonly tasks: readonly ReviewTask[];
}

/** Reads words into a code of a list; words for none of them are kept and become a task. */
export function readCoded<C extends string>(
  text: string,
  labels: Readonly<Record<C, string>>,
  read: CodeReader<C>,
  task: { readonly field: ImportColumn; readonly code: ReviewTaskCode },
): ReadCoded<C> {
  if (text === '') return { code: null, asReported: null, tasks: [] };
  const code = read(text);
  if (code === null) return { code, asReported: text, tasks: [{ ...task, detail: { value: text } }] };
  const folded = foldName(text);
  const saysMore = folded !== foldName(code) && folded !== foldName(labels[code]);
  return { code, asReported: saysMore ? text : null, tasks: [] };
}

/** The value to keep: one code stands for an empty cell, another for words we have no code for. */
export function codedOr<C extends string>(read: ReadCoded<C>, whenEmpty: C, whenUnknown: C): CodedValue<C> {
  const { code, asReported } = read;
  return { code: code ?? (asReported === null ? whenEmpty : whenUnknown), asReported };
}
