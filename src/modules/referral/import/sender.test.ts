import { expect, test } from 'vitest';
import { problemWords } from './problem-words.ts';
import { senderOf, sourceOfAgency } from './sender.ts';

test.each([
  ['call center', 'call center'],
  ['import', null],
  [sourceOfAgency('Union Hospital', 15), 'Union Hospital'],
  [sourceOfAgency('import', 15), null],
])('a file kept as of %s was sent by %s', (source, sender) => {
  expect(senderOf(source)).toBe(sender);
});

test.each([
  ['call center', 'Its number there “7” from “call center” was imported before with other content.'],
  [null, 'Its number there “7” was imported before with other content.'],
])('a number that was used is said with its sender: %s', (sender, said) => {
  const detail = sender ? { value: '7', sender } : { value: '7' };
  expect(problemWords({ field: 'referral_id', code: 'id-used-before', detail })).toContain(said);
});
