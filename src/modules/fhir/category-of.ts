import type { Category } from '#modules/facts/model.ts';
import type { DomainCode } from '#modules/referral/codes.ts';
import { codeIn, needsOf } from './read/code-lists.ts';
import type { RESOURCES } from './resources.ts';
import { THEIRS } from './systems.ts';

type Resource = ReturnType<(typeof RESOURCES)[keyof typeof RESOURCES]['parse']>;

const OF_NEED = {
  'mental-health': 'mental-health',
  'substance-use': 'substance-use',
  'developmental-disability': 'mental-health',
  'court-involvement': 'justice',
  'trouble-in-school': 'school',
} as const satisfies Record<DomainCode, Category>;

/** ICD-10-CM by its letters: diagnoses that are held more closely than other health information. */
const OF_ICD10: readonly (readonly [RegExp, Category])[] = [
  [/^(B20|Z21|R75|Z20\.6|O98\.7)/, 'hiv'],
  [/^(O|Z3[0-9]|N9[467])/, 'reproductive'],
  [/^(T74|T76|Z69|Y07)/, 'violence'],
  [/^Z62\.(21|22|81)/, 'child-welfare'],
];

/** How closely what a partner sent is held: a condition as its need or diagnosis is, everything else as the referral. */
export function categoryOf(resource: Resource): Category {
  if (resource.resourceType !== 'Condition') return 'general';
  const icd = codeIn(resource.code, THEIRS.icd10);
  const held = OF_ICD10.find(([pattern]) => icd !== undefined && pattern.test(icd))?.[1];
  if (held) return held;
  const [need] = needsOf([resource.code]).needs;
  // A condition that is no need of ours is health information all the same.
  return need ? OF_NEED[need] : 'mental-health';
}
