import { describe, expect, test } from 'vitest';
import { type WaitKind, waitAfter } from './wait.ts';

const situations: readonly [WaitKind, number, number][] = [
  ['account', 0, 0],
  ['account', 4, 0],
  ['account', 5, 1],
  ['account', 6, 2],
  ['account', 10, 32],
  ['account', 14, 512],
  ['account', 15, 900],
  ['account', 99, 900],
  ['account', 100, Number.POSITIVE_INFINITY],
  ['address', 30, 0],
  ['address', 31, 1],
  ['address', 41, 900],
  ['address', 1000, 900],
  ['emergency', 4, 0],
  ['emergency', 5, 1],
  ['emergency', 15, 900],
  ['emergency', 1000, 900],
];

describe('how long to wait', () => {
  test.each(situations)('%s, %i failures in a row: %d seconds', (kind, failures, seconds) => {
    expect(waitAfter(kind, failures)).toBe(seconds);
  });
});
