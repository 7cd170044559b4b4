import { codeWords } from '#modules/duties/pages/facts/code-words.ts';
import type { Overview } from '../../contract.ts';

export type Mark = Overview['marks'][number];

/** A code of a mark's data; the empty text when it has none. */
export function codeOf(mark: Mark, field: string): string {
  const value = mark.data[field];
  return typeof value === 'string' ? value : '';
}

/** A list of codes of a mark's data, in words: "youth, caregiver". */
export function listOf(mark: Mark, field: string): string {
  const value = mark.data[field];
  return Array.isArray(value) ? value.map((code) => codeWords(String(code))).join(', ') : '';
}

export const ofKind = (marks: readonly Mark[], kind: string): readonly Mark[] =>
  marks.filter((mark) => mark.kind === kind);
