import { describe, expect, test } from 'vitest';
import { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { allCalendars, filesIn, packFrom } from '#modules/policy/testing/read-policies.ts';
import { day } from '#shared/calendar-day.ts';
import { caseloadRatio } from './caseload-ratio.ts';
import { factKinds } from './fact-kinds.ts';

const shelf = new PolicyShelf([packFrom(filesIn('policies/nj-cmo'))], allCalendars(), factKinds);
const TODAY = day('2026-09-15');

describe('caseloads against the pack', () => {
  test('the numbers and the clause are those of the pack', () => {
    const { families, careManagers, clause } = caseloadRatio(shelf, 'nj-cmo', 1, TODAY);
    expect([families, careManagers, clause]).toEqual([
      10,
      8,
      { pack: 'nj-cmo', id: 'nj.ratios', cite: 'N.J.A.C. 10:73-3.22' },
    ]);
  });

  test.each([
    [{ families: 10 }, false],
    [{ families: 11 }, true],
    [{ careManagers: 8 }, false],
    [{ careManagers: 9 }, true],
  ])('%o is over the limit: %s', (count, over) => {
    expect(caseloadRatio(shelf, 'nj-cmo', 1, TODAY).over(count)).toBe(over);
  });

  test('an agency with its own number is judged by that one, and no other agency is', () => {
    shelf.override(new Map([[7, { now: { 'nj.ratios/families': 14 }, earlier: [] }]]));
    expect([7, 1].map((agency) => caseloadRatio(shelf, 'nj-cmo', agency, TODAY).over({ families: 12 }))).toEqual([
      false,
      true,
    ]);
    shelf.override(new Map());
  });

  test('before the clause is in force, and without a pack, nothing is over', () => {
    expect(caseloadRatio(shelf, 'nj-cmo', 1, day('2005-12-31')).over({ families: 40 })).toBe(false);
    expect(caseloadRatio(shelf, 'pa-tcm', 1, TODAY)).toMatchObject({ families: 0, clause: null });
  });
});
