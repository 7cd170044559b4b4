import { expect, test } from 'vitest';
import { CAPACITIES } from '../model.ts';
import { type AgencyKind, capacitiesOf } from './capacities-of-agency.ts';

const KINDS: readonly AgencyKind[] = ['cmo', 'csa', 'fso', 'mco', 'payer', 'tcm-provider', 'county'];

test.each([
  ['csa-coordinator', ['csa']],
  ['statewide', ['csa']],
  ['clinical-care-manager', ['payer']],
  ['care-manager', ['cmo']],
  ['targeted-case-manager', ['tcm-provider']],
  ['family-support-partner', ['fso']],
] as const)('%s can be given only by %s', (capacity, where) => {
  expect(KINDS.filter((kind) => capacitiesOf(kind).includes(capacity))).toEqual(where);
});

test('every agency can have an administrator and a privacy officer, and every capacity a place', () => {
  for (const kind of KINDS)
    expect(capacitiesOf(kind)).toEqual(expect.arrayContaining(['administrator', 'privacy-officer']));
  expect(CAPACITIES.filter((capacity) => !KINDS.some((kind) => capacitiesOf(kind).includes(capacity)))).toEqual([]);
});
