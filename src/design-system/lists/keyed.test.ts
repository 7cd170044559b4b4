import { expect, it } from 'vitest';
import { keyed } from './keyed.ts';

it('every key is its own, also where two things say the same', () => {
  const keys = keyed(['called', 'wrote', 'called'], (words) => words).map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

it('what was there keeps its key when something new comes after it', () => {
  const before = keyed(['called', 'wrote'], (words) => words);
  expect(keyed(['called', 'wrote', 'called'], (words) => words).slice(0, 2)).toEqual(before);
});
