import { describe, expect, test } from 'vitest';
import { lastDayOf } from './effective-days.ts';
import type { StoredOverride } from './queries.ts';

const ZONE = 'America/New_York';
const set = (from: string, recordedAt: string, rest: Partial<StoredOverride> = {}): StoredOverride => ({
  id: from,
  parameter: 'nj.first-isp/days',
  value: 25,
  reason: 'agreed',
  from,
  to: null,
  by: null,
  recordedAt,
  endedAt: null,
  withdrawn: null,
  ...rest,
});
const first = set('2026-10-01', '2026-10-01T15:00:00Z');

describe('the last day a number counted', () => {
  test.each([
    ['nothing ends it', first, [], null],
    ['it was ended', set('2026-10-01', '2026-10-01T15:00:00Z', { endedAt: '2026-11-01T02:00:00Z' }), [], '2026-10-31'],
    ['a later one begins', first, [set('2026-12-01', '2026-11-05T15:00:00Z')], '2026-11-30'],
    ['another was set for the same day', first, [set('2026-10-01', '2026-10-02T15:00:00Z')], '2026-09-30'],
    ['an earlier one changes nothing', first, [set('2026-09-01', '2026-09-01T15:00:00Z')], null],
    [
      'a later one was ended before it began',
      first,
      [set('2026-12-01', '2026-11-05T15:00:00Z', { endedAt: '2026-11-10T15:00:00Z' })],
      null,
    ],
    [
      'another number is no successor',
      first,
      [set('2026-12-01', '2026-11-05T15:00:00Z', { parameter: 'nj.review/days' })],
      null,
    ],
  ])('%s', (_title, one, others, expected) => {
    expect(lastDayOf(one, [one, ...others], ZONE)).toBe(expected);
  });
});
