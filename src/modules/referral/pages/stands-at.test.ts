import { expect, test } from 'vitest';
import { standsAt } from './stands-at.ts';

test.each([
  ['referred', null, 'To decide'],
  ['assigned', 'eligible', 'Offered'],
  ['other-path', 'not-eligible', 'Not eligible'],
  ['other-path', 'mobile-response', 'Mobile response first'],
  ['other-path', null, 'Another path'],
  ['a-stage-to-come', 'eligible', 'a-stage-to-come'],
])('%s, decided %s: %s', (stage, outcome, words) => {
  expect(standsAt(stage, outcome)).toBe(words);
});
