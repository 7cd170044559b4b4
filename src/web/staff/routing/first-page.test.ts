import { describe, expect, it } from 'vitest';
import { CAPACITIES } from '#modules/access/model.ts';
import { permissionsOf } from '#modules/access/permissions.ts';
import { firstPage, START, usualWhose, usualYouth } from './first-page.ts';

/** What each first page needs; the start page needs nothing. */
const NEEDS: Readonly<Record<string, string | null>> = {
  '/app': 'worklist.read',
  '/app/referrals': 'referral.read',
  '/app/people': 'people.read',
  '/app/audit/emergency': 'emergency.review',
  [START]: null,
};

describe('where a seat begins', () => {
  it.each(CAPACITIES)('%s may open the page its day begins on', (capacity) => {
    const path = firstPage(capacity);
    expect(Object.keys(NEEDS)).toContain(path);
    const needed = NEEDS[path];
    if (needed) expect(permissionsOf(capacity)).toContain(needed);
  });

  it.each([
    ['care-manager', '/app', 'mine', 'mine'],
    ['supervisor', '/app', 'team', 'team'],
    ['agency-lead', '/app', 'unassigned', 'agency'],
    ['csa-coordinator', '/app/referrals', 'mine', 'agency'],
    ['family-support-partner', START, 'mine', 'mine'],
    ['court-liaison', START, 'mine', 'agency'],
  ] as const)('%s begins on %s; duties shown: %s, youth shown: %s', (capacity, page, whose, youth) => {
    expect(firstPage(capacity)).toBe(page);
    expect(usualWhose(capacity)).toBe(whose);
    expect(usualYouth(capacity)).toBe(youth);
  });
});
