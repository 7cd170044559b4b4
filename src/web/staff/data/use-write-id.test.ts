import { expect, test } from 'vitest';
import { writeOf } from './use-write-id.ts';

test('the same thing tried again is the same write; something else is another', () => {
  const first = writeOf(null, { answer: 'accepted' });
  expect(writeOf(first, { answer: 'accepted' }).id).toBe(first.id);
  const other = writeOf(first, { answer: 'returned' });
  expect(other.id).not.toBe(first.id);
  expect(writeOf(other, { answer: 'accepted' }).id).not.toBe(first.id);
});
