import { describe, expect, it } from 'vitest';
import { idleAt } from './idle.ts';

const minutes = (count: number) => count * 60_000;

describe('a screen that locks after 15 minutes', () => {
  it.each([
    [0, { state: 'active' }],
    [12.9, { state: 'active' }],
    [13, { state: 'warning', secondsLeft: 120 }],
    [14.5, { state: 'warning', secondsLeft: 30 }],
    [15, { state: 'over' }],
    [600, { state: 'over' }],
  ])('after %d minutes untouched', (passed, idle) => {
    expect(idleAt(minutes(passed), 0, 15)).toEqual(idle);
  });
});
