import { createHash } from 'node:crypto';

/** Distinguishes an inner node from a leaf, so that no leaf can pass for a subtree. Leaves are made in SQL with 0x00. */
const NODE = Buffer.from([1]);

const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/**
 * The root over leaves in their order. A level's last node without a partner moves up as it is. There is no root over
 * nothing: an empty range is not sealed.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = [...leaves];
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]];
      if (left) above.push(right ? nodeOf(left, right) : left);
    }
    level = above;
  }
  const [root] = level;
  if (!root) throw new RangeError('there is no root over nothing');
  return root;
}
