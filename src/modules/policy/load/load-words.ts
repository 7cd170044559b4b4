import type { Node } from 'yaml';
import { PROGRAMMES, type Programme } from '#modules/facts/model.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { PackFile, PackProblem, Words } from '../model.ts';
import { KeyReader } from './key-reader.ts';
import { SourceFile } from './source-file.ts';

/** What one programme calls things, by the name the code uses. */
export interface ProgrammeWords {
  readonly programme: Programme;
  readonly labels: ReadonlyMap<string, Words>;
}

/** Reads the words of a programme (`policies/words/*.yaml`). */
export function loadWords(from: PackFile): Result<ProgrammeWords, readonly PackProblem[]> {
  const file = new SourceFile(from.path, from.text);
  const reader = KeyReader.over(file, file.document.contents as Node | null, 'a file of words');
  if (reader === null) return fail(file.problems);
  const programme = reader.choice('words', PROGRAMMES, null);
  const all = KeyReader.over(file, reader.take('labels'), '"labels"');
  const labels = new Map((all?.keys() ?? []).map((name) => [name, all?.words(name) ?? { en: '', es: '' }]));
  reader.done();
  return file.problems.length > 0 ? fail(file.problems) : ok({ programme, labels });
}
