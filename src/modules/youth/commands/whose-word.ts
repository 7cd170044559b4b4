import { factsInForce } from '#modules/facts/in-force.ts';
import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { ageOn, day, type IsoDay } from '#shared/calendar-day.ts';
import { RIGHTS_PASS_AT } from '../authority.ts';
import type { CONSENT_AUTHORITIES } from '../given-consents.ts';

export type ConsentAuthority = keyof typeof CONSENT_AUTHORITIES;

/** Whose word it was, as the rules name it. */
export const WHOSE_WORD = {
  parent: 'parent',
  'legal-guardian': 'guardian',
  self: 'youth',
  'court-order': 'court',
  'child-protection': 'guardian',
} as const satisfies Record<ConsentAuthority, string>;

/** Authority over a minor, which ends on the 18th birthday. */
const ENDS_AT_18: ReadonlySet<string> = new Set(['parent', 'child-protection']);

/**
 * New Jersey (CSA, "who may call"): under 18 a parent or guardian has the say, from then on the young adult; or whom a court
 * named. Throws 422 on `field`.
 */
export function refuseAuthorityThatCannotBe(
  command: Command,
  { field, authority, on }: { readonly field: string; readonly authority: ConsentAuthority; readonly on: IsoDay },
): void {
  const born = factsInForce(command.facts).findLast(({ kind }) => kind === 'youth.born');
  if (!born || command.existing().programme !== 'nj-cmo') return;
  const adult = ageOn(day(born.on), day(on)) >= RIGHTS_PASS_AT;
  if (adult && ENDS_AT_18.has(authority)) throw wrongField(field, 'adult-says-yes-alone');
  if (!adult && authority === 'self') throw wrongField(field, 'not-alone-before-18');
}
