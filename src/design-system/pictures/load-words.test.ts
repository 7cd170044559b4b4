import { expect, it } from 'vitest';
import { loadWords } from './load-words.ts';

it.each([
  [12, 14, 'room for 2'],
  [14, 14, 'full'],
  [19, 14, '5 over the ratio'],
])('%i carried against %i is "%s"', (carrying, ratio, words) => {
  expect(loadWords(carrying, ratio)).toBe(words);
});
