import type { Capacity } from '#modules/access/model.ts';
import type { Whose } from '#modules/worklists/contract.ts';
import { HOME } from './home.ts';

/** What a seat is, what it may do now and whom to call: where seats begin that have no list of their own yet. */
export const START = '/app/start';

/** Where a day begins: with one of the lists of what is owed, or on another page. */
type Beginning = { readonly whose: Whose } | { readonly page: string };

/** Where each capacity's work lies. Whoever answers for charts begins with what is owed in them. */
const BEGINS: Readonly<Record<Capacity, Beginning>> = {
  'care-manager': { whose: 'mine' },
  'pe-coordinator': { whose: 'mine' },
  'targeted-case-manager': { whose: 'mine' },
  supervisor: { whose: 'team' },
  'tcm-supervisor': { whose: 'team' },
  // They supervise nobody; a youth without a care manager is what nobody else would see.
  'agency-lead': { whose: 'unassigned' },
  quality: { whose: 'unassigned' },
  'csa-coordinator': { page: '/app/referrals' },
  administrator: { page: '/app/people' },
  'privacy-officer': { page: '/app/audit/emergency' },
  'on-call': { page: START },
  'court-liaison': { page: START },
  'family-support-partner': { page: START },
  youth: { page: START },
  caregiver: { page: START },
  'natural-support': { page: START },
  reviewer: { page: START },
  provider: { page: START },
  'clinical-care-manager': { page: START },
  statewide: { page: START },
};

/** The page a seat begins on. */
export function firstPage(capacity: Capacity): string {
  const begins = BEGINS[capacity];
  return 'page' in begins ? begins.page : HOME;
}

/** Whose duties Today shows a seat that did not say: the list its work is in. */
export function usualWhose(capacity: Capacity): Whose {
  const begins = BEGINS[capacity];
  return 'whose' in begins ? begins.whose : 'mine';
}

/** Whose youth the list shows a seat that did not say: those it answers for, or else the whole house's. */
export function usualYouth(capacity: Capacity): 'mine' | 'team' | 'agency' {
  if (capacity === 'family-support-partner') return 'mine';
  const begins = BEGINS[capacity];
  return 'whose' in begins && begins.whose !== 'unassigned' && begins.whose !== 'waiting' ? begins.whose : 'agency';
}
