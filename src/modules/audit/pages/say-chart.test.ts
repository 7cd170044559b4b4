import { describe, expect, test } from 'vitest';
import { sayChart } from './say-chart.ts';

const row = (event: string, charts: readonly string[], outcome: 'looked' | 'done' = 'looked') =>
  ({ chartNumber: null, details: { charts }, event, outcome }) as const;

describe('which chart a row of the trail is about', () => {
  test.each([
    ['one chart', { ...row('chart.opened', []), chartNumber: 7 }, null, 'no. 7'],
    ['a list, nobody asked for', row('chart.listed', ['a', 'b']), null, 'in a list'],
    ['a list, asked for one of its charts', row('worklist.read', ['a', 'b']), 7, 'no. 7, in a list'],
    ['a search', row('chart.searched', ['a']), 7, 'no. 7, in a search'],
    ['a change of several', row('caseload.moves-started', ['a', 'b'], 'done'), 7, 'no. 7, among several'],
    ['a list that was empty', row('chart.listed', []), null, ''],
  ] as const)('%s', (_, one, asked, said) => {
    expect(sayChart(one, asked)).toBe(said);
  });

  test('something about no chart', () => {
    expect(sayChart({ ...row('people.read', []), details: {} }, null)).toBe('');
  });
});
