import { describe, expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

describe('charts are shared out', () => {
  test('to whoever has the fewest, the first named of two alike', () => {
    const takers = [
      { seat: 'a', load: 4 },
      { seat: 'b', load: 2 },
      { seat: 'c', load: 4 },
    ];
    expect(shareOut([1, 2, 3, 4], takers).map(({ to }) => to)).toEqual(['b', 'b', 'a', 'b']);
  });
  test('to nobody when nobody is named', () => {
    expect(shareOut([1], [])).toEqual([]);
  });
});
