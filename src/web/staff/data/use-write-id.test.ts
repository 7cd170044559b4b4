import { expect, test } from 'vitest';
import { writeOf } from './use-write-id.ts';

test('the same thing tried again is the same write; something else is another', () => {
  const first = writeOf(null, { answer: 'accepted' });
  expect(writeOf(first, { answer: 'accepted' }).ids.id).toBe(first.ids.id);
  const other = writeOf(first, { answer: 'returned' });
  expect(other.ids.id).not.toBe(first.ids.id);
  expect(writeOf(other, { answer: 'accepted' }).ids.id).not.toBe(first.ids.id);
});

test('the rows a write makes are the same on every try of it, and others in another write', () => {
  const made = ['person', 'seat'] as const;
  const first = writeOf(null, { name: 'Inez Calloway' }, made);
  expect(new Set(Object.values(first.ids)).size).toBe(3);
  expect(writeOf(first, { name: 'Inez Calloway' }, made).ids).toEqual(first.ids);
  const mended = writeOf(first, { name: 'Inés Calloway' }, made);
  expect(mended.ids.person).not.toBe(first.ids.person);
  expect(mended.ids.seat).not.toBe(first.ids.seat);
});
