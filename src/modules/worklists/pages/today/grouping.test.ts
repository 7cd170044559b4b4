import { describe, expect, it } from 'vitest';
import type { OwedItem } from '../../contract.ts';
import { timeOf } from '../../time-of.ts';
import { byTime, byWord } from './grouping.ts';

const owed = (different: Partial<OwedItem>): OwedItem => ({
  chart: 'c',
  key: 'k',
  rule: 'nj.first-contact',
  clause: 'nj.first-contact',
  title: 'First contact',
  cite: 'cite',
  force: 'rule',
  state: 'open',
  owes: 'care-manager',
  owing: 'holder',
  standing: 'later',
  due: '2026-10-20',
  dueAt: null,
  lateAfter: '2026-10-20',
  lateAfterAt: null,
  until: null,
  missed: 0,
  openParts: [],
  youth: 'Luz Vargas',
  age: 11,
  careManager: null,
  ...different,
});

// A Tuesday; the seven days that begin with it end on Monday the 19th.
const today = '2026-10-13';

describe('when a duty wants attention', () => {
  it.each([
    ['past its day', { standing: 'late', due: '2026-10-09' }, 'late'],
    ['past its hour, on its day', { standing: 'late', due: today }, 'late'],
    ['due today', { standing: 'today', due: today }, 'today'],
    ['a target past its day', { standing: 'amber', force: 'target', due: '2026-10-09' }, 'past-target'],
    [
      'a target past its hour, on its day',
      { standing: 'amber', force: 'target', due: today, dueAt: `${today}T18:00:00Z` },
      'past-target',
    ],
    ['a target each week, the last missed', { standing: 'amber', force: 'target', due: today }, 'today'],
    ['a rule past its hour, within its grace', { standing: 'amber', due: today, dueAt: `${today}T18:00:00Z` }, 'today'],
    ['past its due day, within its grace', { standing: 'amber', due: '2026-10-12' }, 'today'],
    ['due tomorrow', { due: '2026-10-14' }, 'soon'],
    ['due on the last of the seven days', { due: '2026-10-19' }, 'soon'],
    ['due on the same weekday of the next', { due: '2026-10-20' }, 'later'],
    ['late, but of somebody else', { standing: 'late', owing: 'family' }, 'waiting'],
  ] as const)('%s', (_, item, time) => expect(timeOf(owed(item), today)).toBe(time));
});

it('groups keep their order', () => {
  const items = [
    owed({ due: '2026-10-30', youth: 'Zoe B.' }),
    owed({ standing: 'late', due: '2026-10-01' }),
    owed({ due: today }),
  ];
  expect(byTime(items, today).map(({ time }) => time)).toEqual(['late', 'today', 'later']);
  expect(byWord(items, 'youth').map(({ name }) => name)).toEqual(['Luz Vargas', 'Zoe B.']);
});
