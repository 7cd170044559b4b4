import { expect, it } from 'vitest';
import type { ChartDuty } from '../../contract.ts';
import { dutyEntries } from './duty-entries.ts';

const owed = (standing: string, due: string, metOn: string | null = null): ChartDuty =>
  ({ key: `${standing} ${due}`, title: 'First visit', due, standing, force: 'rule', metOn }) as ChartDuty;
const shown = (...items: ChartDuty[]) => dutyEntries(items, '2026-11-22', 'c').map(({ by, day }) => `${day} ${by}`);

it('a duty that was met stands on the day it was met, also before its due day has come', () => {
  expect(
    shown(
      owed('met', '2026-11-20', '2026-11-18'),
      owed('met', '2026-12-20', '2026-11-21'),
      owed('met-late', '2026-11-10', '2026-11-12'),
    ),
  ).toEqual([
    '2026-11-18 Met; was due Fri 20 Nov',
    '2026-11-21 Met; was due Sun 20 Dec',
    '2026-11-12 Met late; was due Tue 10 Nov',
  ]);
});

it('a duty whose day has come without that stands on its due day', () => {
  expect(shown(owed('late', '2026-11-21'), owed('missed', '2026-11-02'))).toEqual([
    '2026-11-21 Late since this day',
    '2026-11-02 This day passed without it',
  ]);
});

it('what is still to come, void or paused is no part of what was', () => {
  expect(shown(owed('later', '2026-12-20'), owed('void', '2026-11-20'), owed('paused', '2026-11-20'))).toEqual([]);
});
