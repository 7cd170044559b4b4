import { stricterCategory } from '#modules/facts/least-category.ts';
import type { Category } from '#modules/facts/model.ts';
import { codesOf, DOMAINS } from '#modules/referral/codes.ts';
import { OF_ICD10, OF_NEED } from './condition-categories.ts';
import type { Condition, RESOURCES } from './resources.ts';
import { OURS, THEIRS } from './systems.ts';

type Resource = ReturnType<(typeof RESOURCES)[keyof typeof RESOURCES]['parse']>;
type Coding = NonNullable<ReturnType<(typeof Condition)['parse']>['code']['coding']>[number];

/** How closely what a partner sent is held: a condition as the strictest of its codes is, everything else as the referral. */
export function categoryOf(resource: Resource): Category {
  if (resource.resourceType !== 'Condition') return 'general';
  const told = (resource.code.coding ?? []).flatMap(categoriesOf);
  // A condition of no code known here is health information all the same.
  return told.length === 0 ? 'mental-health' : told.reduce(stricterCategory);
}

function categoriesOf({ system, code }: Coding): Category[] {
  if (code === undefined) return [];
  if (system === OURS.need) return codesOf(DOMAINS).flatMap((need) => (need === code ? [OF_NEED[need]] : []));
  if (system !== THEIRS.icd10) return [];
  return OF_ICD10.flatMap(([letters, category]) => (letters.test(code) ? [category] : []));
}
