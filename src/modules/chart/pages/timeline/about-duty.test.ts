import { expect, it } from 'vitest';
import type { ChartDuty } from '../../contract.ts';
import type { Mark } from '../overview/marks.ts';
import { aboutDuty } from './about-duty.ts';

const owed = ['nj.crisis-plan#6', 'nj.call#6', 'nj.call#6#2026-11', 'nj.crisis-plan#61'].map(
  (key) => ({ key, title: key }) as ChartDuty,
);
const decided = (kind: string, data: Mark['data']): Mark => ({ seq: 1, kind, on: '2026-11-18', data }) as Mark;

it.each([
  ['duty.exempted', { rule: 'nj.crisis-plan', root: 6, reason: 'x' }, 'nj.crisis-plan#6'],
  ['duty.attested', { rule: 'nj.call', root: 6, item: '2026-11', evidence: 'x' }, 'nj.call#6#2026-11'],
  ['duty.reopened', { rule: 'nj.call', root: 6, item: '2026-12' }, 'nj.call#6'],
  ['duty.delegated', { rule: 'nj.gone', root: 6, to: 'x' }, undefined],
  ['contact.made', { rule: 'nj.crisis-plan', root: 6 }, undefined],
] as const)('%s is said of the duty it is about', (kind, data, key) => {
  expect(aboutDuty(decided(kind, data), owed)?.key).toBe(key);
});
