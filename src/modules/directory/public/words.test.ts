import { describe, expect, it } from 'vitest';
import { HELP_LINES } from '../help-lines.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

type Leaf = readonly [path: string, value: unknown];

/** Every word with its path; a function is called with plain names, so that its text is compared too. */
function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'function') return leaves(path.endsWith('counties') ? value(['A', 'B']) : value('A', 'B'), path);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
  return [[path, value]];
}

const numbersIn = (text: unknown) => [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words in both languages', () => {
  const inEnglish = leaves(english);
  const inSpanish = leaves(spanish);

  it('say the same things: as many sentences, steps and items', () => {
    expect(inSpanish.map(([path]) => path)).toEqual(inEnglish.map(([path]) => path));
  });

  it.each(inEnglish.map(([path, value], at) => ({ path, value, other: inSpanish[at]?.[1] })))(
    '$path',
    ({ value, other }) => {
      expect(String(other).trim()).not.toBe('');
      expect(numbersIn(other)).toEqual(numbersIn(value));
      for (const name of numbersIn(value)) expect(Object.keys(HELP_LINES)).toContain(name);
      expect(String(value)).not.toMatch(/\d{3}-\d{4}/);
      expect(String(other)).not.toMatch(/\d{3}-\d{4}/);
    },
  );
});
