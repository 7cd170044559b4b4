import { foldName } from './names.ts';

/** Finds the code somebody's words stand for; `null` when they stand for none. */
export type CodeReader<C extends string> = (text: string) => C | null;

/**
 * Makes a reader for a code list: it understands each code, its label and the other words given for it, whatever their
 * case, accents and marks.
 */
export function codeReader<C extends string>(
  labels: Readonly<Record<C, string>>,
  heard?: Readonly<Partial<Record<C, string>>>,
): CodeReader<C> {
  const codes = new Map<string, C>();
  for (const code of Object.keys(labels) as C[]) {
    for (const words of [code, labels[code], ...(heard?.[code] ?? '').split('|')]) {
      const key = foldName(words);
      if (key !== '' && !codes.has(key)) codes.set(key, code);
    }
  }
  return (text) => codes.get(foldName(text)) ?? null;
}
