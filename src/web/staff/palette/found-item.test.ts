import { expect, it } from 'vitest';
import { foundItem, opensChart } from './found-item.ts';

const luz = {
  ...{ chart: 'c1', number: 4, name: 'Luz Vargas', legalName: 'Luz Vargas', born: '2015-03-02', by: 'name' },
  ...{ stage: 'enrolled', county: 'Union', careManager: 'Ruth Osei' },
};
const known = { ...luz, stage: 'known', careManager: null, holderName: 'FACT', referral: false };

it.each([
  ['within reach', luz, '/app/youth/c1', 'born 2015 · Union · Ruth Osei'],
  [
    'under another name',
    { ...luz, name: 'Lu Vargas' },
    '/app/youth/c1',
    'legal name Luz Vargas · born 2015 · Union · Ruth Osei',
  ],
  [
    'by a parent’s name',
    { ...luz, by: 'family' },
    '/app/youth/c1',
    'found by a name in the family · born 2015 · Union · Ruth Osei',
  ],
  ['held elsewhere', known, null, 'Known, held by FACT · born 2015 · Union'],
  [
    'held elsewhere, referred from here',
    { ...known, referral: true },
    '/app/referrals/c1',
    'Known, held by FACT; opens your referral · born 2015 · Union',
  ],
])('a youth %s', (_how, found, href, note) => {
  expect(foundItem(found)).toEqual({ id: 'c1', label: found.name, href, note });
});

it('a note is written only where the chart opens', () => {
  expect([luz, known].map(opensChart)).toEqual([true, false]);
});
