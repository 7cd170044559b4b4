import { expect, it } from 'vitest';
import { emptied } from './emptied.ts';

it('empties lists and counts, and leaves what a page is about', () => {
  const answer = {
    header: { name: 'Luz', alerts: ['x'] },
    marks: [{ seq: 1 }],
    counts: { mine: 3, team: 4 },
    today: '2026-11-22',
  };
  expect(emptied(answer)).toEqual({
    header: { name: 'Luz', alerts: [] },
    marks: [],
    counts: { mine: 0, team: 0 },
    today: '2026-11-22',
  });
});
