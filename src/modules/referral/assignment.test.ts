import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { needsAssignmentReason, proposeCmo, type ServiceArea } from './assignment.ts';
import { byRoom, loadAgainstRatio, RATIOS_IN_RULE } from './caseload.ts';

const serves = (cmo: string, county: string, from = '2020-01-01', until: string | null = null): ServiceArea => ({
  cmo,
  county,
  from: day(from),
  until: until === null ? null : day(until),
});

const areas = [
  serves('tri-county', 'Warren'),
  serves('tri-county', 'Hunterdon'),
  serves('old', 'Mercer', '2010-01-01', '2026-01-01'),
  serves('new', 'Mercer', '2026-01-01'),
  serves('two', 'Essex'),
  serves('one', 'Essex'),
];

describe('the CMO of the county', () => {
  it.each([
    ['one serves it', 'Warren', '2026-03-02', { kind: 'one', cmo: 'tri-county' }],
    ['the last day of the one before', 'Mercer', '2025-12-31', { kind: 'one', cmo: 'old' }],
    ['the first day of the next', 'Mercer', '2026-01-01', { kind: 'one', cmo: 'new' }],
    ['two serve it', 'Essex', '2026-03-02', { kind: 'several', cmos: ['one', 'two'] }],
    ['nobody serves it', 'Sussex', '2026-03-02', { kind: 'none' }],
    ['county not known', null, '2026-03-02', { kind: 'none' }],
  ] as const)('%s', (_, county, on, proposal) => {
    expect(proposeCmo(county, day(on), areas)).toEqual(proposal);
  });

  it('is assigned without a word, any other with a reason', () => {
    const proposal = proposeCmo('Warren', day('2026-03-02'), areas);
    expect(needsAssignmentReason(proposal, 'tri-county')).toBe(false);
    expect(needsAssignmentReason(proposal, 'one')).toBe(true);
    expect(needsAssignmentReason({ kind: 'none' }, 'one')).toBe(true);
  });
});

describe('load against ratio', () => {
  it.each([
    [0, { ratio: '1:0', room: 10, over: 0 }],
    [10, { ratio: '1:10', room: 0, over: 0 }],
    [13, { ratio: '1:13', room: 0, over: 3 }],
  ])('%i families', (count, load) => {
    expect(loadAgainstRatio(count, RATIOS_IN_RULE.familiesPerCareManager)).toMatchObject(load);
  });

  it('orders by room, and always the same way', () => {
    const carriers = [
      { id: 'c', count: 4 },
      { id: 'b', count: 9 },
      { id: 'a', count: 4 },
    ];
    expect(byRoom(carriers).map((carrier) => carrier.id)).toEqual(['a', 'c', 'b']);
  });
});
