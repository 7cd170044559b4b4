import { expect, it } from 'vitest';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { dutyEntries } from './duty-entries.ts';

const owed = (standing: string, due: string): OwedItem =>
  ({ key: `${standing} ${due}`, title: 'First visit', due, standing, force: 'rule' }) as OwedItem;
const shown = (...items: OwedItem[]) => dutyEntries(items, '2026-11-22', 'c').map(({ by, day }) => `${day} ${by}`);

it('a duty whose day has come says how it stands', () => {
  expect(shown(owed('met', '2026-11-20'), owed('late', '2026-11-21'))).toEqual([
    '2026-11-20 Met by this day',
    '2026-11-21 Late since this day',
  ]);
});

it('what is still to come, void or paused is no part of what was', () => {
  expect(shown(owed('later', '2026-12-20'), owed('void', '2026-11-20'), owed('paused', '2026-11-20'))).toEqual([]);
  expect(shown(owed('met', '2026-12-20'))).toEqual([]);
});
