import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { merkleRoot } from './merkle.ts';

const leaf = (n: number) => createHash('sha256').update(String(n)).digest();
const leaves = (n: number) => Array.from({ length: n }, (_, i) => leaf(i));
const node = (left: Buffer, right: Buffer) =>
  createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();

test('one leaf is its own root', () => expect(merkleRoot([leaf(7)])).toEqual(leaf(7)));

test('three leaves: the pair, then the one left over', () => {
  expect(merkleRoot(leaves(3))).toEqual(node(node(leaf(0), leaf(1)), leaf(2)));
});

test.each([1, 2, 3, 5, 8, 13])('of %d leaves, each one changed, missing, added or moved gives another root', (n) => {
  const root = merkleRoot(leaves(n));
  for (let i = 0; i < n; i++) {
    expect(merkleRoot(leaves(n).with(i, leaf(99)))).not.toEqual(root);
    expect(merkleRoot([...leaves(n), leaf(i)])).not.toEqual(root);
    if (n > 1) expect(merkleRoot(leaves(n).toSpliced(i, 1))).not.toEqual(root);
    if (i > 0) expect(merkleRoot(leaves(n).with(i, leaf(0)).with(0, leaf(i)))).not.toEqual(root);
  }
});

test('there is no root over nothing', () => expect(() => merkleRoot([])).toThrow(RangeError));
