import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { type Household, type Matter, mayConsent, type OrderStanding, type Standing } from './authority.ts';

const person = (id: string, authority: Standing['authority'], from = '2010-01-01', to?: string): Standing => ({
  id,
  authority,
  from: day(from),
  to: to ? day(to) : null,
});
const order = (relative: string, kind: OrderStanding['kind'], from = '2020-01-01', to?: string): OrderStanding => ({
  relative,
  kind,
  from: day(from),
  to: to ? day(to) : null,
});
const mother = person('mother', 'parent');
const father = person('father', 'parent');

interface Row {
  readonly says: string;
  readonly on?: string;
  readonly matter?: Matter;
  readonly born?: string | null;
  readonly people?: readonly Standing[];
  readonly orders?: readonly OrderStanding[];
  readonly may: readonly string[];
  readonly ask?: readonly string[];
  readonly why: string;
}

const ROWS: readonly Row[] = [
  { says: 'both parents of a child', may: ['mother', 'father'], why: 'holder-of-authority' },
  { says: 'the day before the 18th birthday', on: '2028-03-08', may: ['mother', 'father'], why: 'holder-of-authority' },
  { says: 'on the 18th birthday rights pass', on: '2028-03-09', may: ['youth'], why: 'rights-passed' },
  {
    says: 'a minor agrees alone to substance use treatment',
    matter: 'substance-use',
    may: ['youth'],
    why: 'substance-use-alone',
  },
  {
    says: 'outpatient at 15: the parents',
    matter: 'outpatient',
    on: '2026-03-08',
    may: ['mother', 'father'],
    why: 'holder-of-authority',
  },
  {
    says: 'outpatient at 16: alone, or a parent',
    matter: 'outpatient',
    on: '2026-03-09',
    may: ['youth', 'mother', 'father'],
    why: 'outpatient-alone',
  },
  {
    says: 'medication at 16: never alone',
    matter: 'medication',
    on: '2026-03-09',
    may: ['mother', 'father'],
    why: 'holder-of-authority',
  },
  { says: 'no birth day, no answer', born: null, may: [], why: 'birth-day-unknown' },
  {
    says: 'nobody confirmed',
    people: [person('aunt', 'none-confirmed')],
    may: [],
    ask: ['aunt not-confirmed'],
    why: 'nobody-confirmed',
  },
  {
    says: 'a foster parent is asked about',
    people: [person('foster', 'foster')],
    may: [],
    ask: ['foster foster'],
    why: 'nobody-confirmed',
  },
  {
    says: 'authority that has ended',
    people: [person('guardian', 'legal-guardian', '2015-01-01', '2024-12-31')],
    may: [],
    why: 'nobody-confirmed',
  },
  {
    says: 'authority on its last day',
    on: '2024-12-31',
    people: [person('guardian', 'legal-guardian', '2015-01-01', '2024-12-31')],
    may: ['guardian'],
    why: 'holder-of-authority',
  },
  {
    says: 'authority not begun',
    on: '2024-12-31',
    people: [person('guardian', 'legal-guardian', '2025-01-01')],
    may: [],
    why: 'nobody-confirmed',
  },
  {
    says: 'sole custody of the mother',
    orders: [order('mother', 'sole-custody')],
    may: ['mother'],
    ask: ['father custody-elsewhere'],
    why: 'holder-of-authority',
  },
  {
    says: 'sole custody that ended',
    orders: [order('mother', 'sole-custody', '2020-01-01', '2021-01-01')],
    may: ['mother', 'father'],
    why: 'holder-of-authority',
  },
  {
    says: 'joint custody',
    orders: [order('mother', 'joint-custody')],
    may: ['mother', 'father'],
    why: 'holder-of-authority',
  },
  {
    says: 'a no-contact order is settled by a person',
    orders: [order('father', 'no-contact')],
    may: ['mother'],
    ask: ['father no-contact-order'],
    why: 'holder-of-authority',
  },
  {
    says: 'supervised contact changes no say',
    orders: [order('father', 'supervised-contact')],
    may: ['mother', 'father'],
    why: 'holder-of-authority',
  },
  {
    says: 'parental rights ended',
    orders: [order('father', 'rights-ended')],
    may: ['mother'],
    why: 'holder-of-authority',
  },
  {
    says: 'guardianship of a grandparent',
    people: [person('grandparent', 'none-confirmed')],
    orders: [order('grandparent', 'guardianship')],
    may: ['grandparent'],
    why: 'holder-of-authority',
  },
  {
    says: 'guardianship of a grandparent beside a mother who has not lost hers',
    people: [mother, person('grandparent', 'none-confirmed')],
    orders: [order('grandparent', 'guardianship')],
    may: ['grandparent'],
    ask: ['mother custody-elsewhere'],
    why: 'holder-of-authority',
  },
  {
    says: 'custody with child protection',
    people: [mother, person('worker', 'child-protection')],
    orders: [order('worker', 'child-protection-custody')],
    may: ['worker'],
    ask: ['mother custody-elsewhere'],
    why: 'holder-of-authority',
  },
  {
    says: 'sole custody of somebody nobody had confirmed',
    people: [person('aunt', 'none-confirmed'), mother],
    orders: [order('aunt', 'sole-custody')],
    may: ['aunt'],
    ask: ['mother custody-elsewhere'],
    why: 'holder-of-authority',
  },
  {
    says: 'custody with child protection, whose worker nobody had confirmed',
    people: [person('worker', 'none-confirmed')],
    orders: [order('worker', 'child-protection-custody')],
    may: ['worker'],
    why: 'holder-of-authority',
  },
  {
    says: 'a supervised contact makes nobody’s authority of one nobody had confirmed',
    people: [person('aunt', 'none-confirmed')],
    orders: [order('aunt', 'supervised-contact')],
    may: [],
    ask: ['aunt not-confirmed'],
    why: 'nobody-confirmed',
  },
  {
    says: 'authority since nobody knows when',
    people: [{ ...mother, from: null }],
    may: ['mother'],
    why: 'holder-of-authority',
  },
  {
    says: 'guardianship of a minor ends at 18',
    on: '2028-03-09',
    orders: [order('mother', 'guardianship')],
    may: ['youth'],
    why: 'rights-passed',
  },
  {
    says: 'guardianship of the adult',
    on: '2028-03-09',
    orders: [order('mother', 'adult-guardianship', '2028-03-09')],
    may: ['mother'],
    ask: ['youth adult-guardianship'],
    why: 'guardian-of-adult',
  },
  {
    says: 'a guardian of the adult who may not come near them is a question, and another one stands',
    on: '2028-03-10',
    orders: [
      order('mother', 'adult-guardianship', '2028-03-09'),
      order('father', 'adult-guardianship', '2028-03-09'),
      order('mother', 'no-contact', '2028-03-09'),
    ],
    may: ['father'],
    ask: ['youth adult-guardianship', 'mother no-contact-order'],
    why: 'guardian-of-adult',
  },
  {
    says: 'a guardian of the adult who has no part any more: whoever came after is asked for',
    on: '2028-03-10',
    people: [father],
    orders: [order('mother', 'adult-guardianship', '2028-03-09')],
    may: [],
    ask: ['youth adult-guardianship'],
    why: 'guardian-of-adult',
  },
  {
    says: 'an adult and substance use',
    on: '2028-03-09',
    matter: 'substance-use',
    may: ['youth'],
    why: 'rights-passed',
  },
];

describe('who may consent', () => {
  test.each(ROWS)(
    '$says',
    ({ on = '2025-06-01', matter = 'care-management', born = '2010-03-09', people, orders, may, ask, why }) => {
      const household: Household = {
        born: born === null ? null : day(born),
        people: people ?? [mother, father],
        orders: orders ?? [],
      };
      const answer = mayConsent(matter, day(on), household);
      expect({ ...answer, ask: answer.ask.map((one) => `${one.person} ${one.why}`) }).toEqual({
        may,
        ask: ask ?? [],
        why,
      });
    },
  );
});
