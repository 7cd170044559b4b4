import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('an answer kept is not worked out again, and long unused ones are let go', () => {
  let worked = 0;
  const length = remembered((text) => {
    worked += 1;
    return text.length;
  }, 2);
  expect([length('a'), length('bb'), length('a'), length('bb')]).toEqual([1, 2, 1, 2]);
  expect(worked).toBe(2);
  for (const text of ['c', 'd', 'e', 'f']) length(text);
  expect(length('a')).toBe(1);
  expect(worked).toBe(7);
});

test('asking again for something recent pushes nothing older out', () => {
  let worked = 0;
  const length = remembered((text) => {
    worked += 1;
    return text.length;
  }, 2);
  for (const text of ['a', 'b', 'c', 'd', 'd', 'a']) length(text);
  expect(worked).toBe(4);
});
