import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('whoever asks meanwhile waits for a few at most, not for all', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('somebody’s screen'));
  const work = inTurns([1, 2, 3, 4, 5], 2, (thing) => {
    order.push(`chart ${thing}`);
    return thing * 10;
  });
  expect(await work).toEqual([10, 20, 30, 40, 50]);
  expect(order).toEqual(['chart 1', 'chart 2', 'somebody’s screen', 'chart 3', 'chart 4', 'chart 5']);
});

test('what fails is told, and nothing more is done', async () => {
  const seen: number[] = [];
  const work = inTurns([1, 2, 3], 1, (thing) => {
    seen.push(thing);
    if (thing === 2) throw new RangeError('no such day');
  });
  await expect(work).rejects.toThrow('no such day');
  expect(seen).toEqual([1, 2]);
});
