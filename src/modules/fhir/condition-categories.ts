import type { Category } from '#modules/facts/model.ts';
import type { DomainCode } from '#modules/referral/codes.ts';

/** Our own needs, and how closely each is held. */
export const OF_NEED = {
  'mental-health': 'mental-health',
  'substance-use': 'substance-use',
  'developmental-disability': 'mental-health',
  'court-involvement': 'justice',
  'trouble-in-school': 'school',
} as const satisfies Record<DomainCode, Category>;

/**
 * Diagnoses by their letters, and how closely each is held. Source of the letters: ICD-10-CM, tabular list of the National
 * Center for Health Statistics (cdc.gov/nchs/icd/icd-10-cm). Where several lines fit, the strictest counts; where none
 * does, a diagnosis is health information (`mental-health`). Migration 0023 holds the same lines for what was stored before.
 */
export const OF_ICD10: readonly (readonly [letters: RegExp, category: Category])[] = [
  // Disorders by psychoactive substances; counseling for them; in pregnancy; alcoholic liver disease. 42 CFR 2.11 leaves
  // tobacco (F17) and caffeine (F15.9-, which names other stimulants too and so stays) out of Part 2.
  [/^F1[0-689]/, 'substance-use'],
  [/^(Z71\.[45]|O99\.3[12]|K70)/, 'substance-use'],
  // HIV disease, its carriers, tests, contacts, and in pregnancy. N.J.S.A. 26:5C-7.
  [/^(B20|Z21|R75|Z20\.6|O98\.7)/, 'hiv'],
  // Pregnancy, birth, contraception, fertility.
  [/^(O|Z3[0-9]|N9[467])/, 'reproductive'],
  // Abuse and neglect, confirmed or suspected, and who did it.
  [/^(T74|T76|Z69|Y07)/, 'violence'],
  // Care away from the parents, by welfare custody or after harm.
  [/^Z62\.(21|22|81)/, 'child-welfare'],
  // Convictions, imprisonment, release, other legal trouble.
  [/^Z65\.?[0-3]/, 'justice'],
  // Schooling.
  [/^Z55/, 'school'],
];
