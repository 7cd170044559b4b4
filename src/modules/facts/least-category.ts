import { CATEGORIES, type Category } from './model.ts';

/** Kinds whose very existence tells something closely held: never recorded more openly than this. */
const BY_KIND: readonly (readonly [begins: string, category: Category])[] = [
  ['incident.', 'incident'],
  ['school.', 'school'],
  ['missing.', 'mental-health'],
  ['stay.', 'mental-health'],
  ['out-of-home.', 'mental-health'],
  ['joint-care-review.', 'mental-health'],
  ['crisis-plan.', 'mental-health'],
  ['plan.', 'mental-health'],
];

const SUBSTANCE_USE = /^substance-use/;

/** The least strict category a fact may have, from its kind and from codes in it that name substance use treatment. */
export function leastCategory(kind: string, data: Readonly<Record<string, unknown>>): Category {
  if (Object.values(data).some((value) => typeof value === 'string' && SUBSTANCE_USE.test(value)))
    return 'substance-use';
  return BY_KIND.find(([begins]) => kind.startsWith(begins))?.[1] ?? 'general';
}

/** The stricter of two, in the order of `CATEGORIES`. */
export function stricterCategory(a: Category, b: Category): Category {
  return CATEGORIES.indexOf(a) >= CATEGORIES.indexOf(b) ? a : b;
}
