import { CATEGORIES, type Category, type Fact } from '#modules/facts/model.ts';

const RANK = new Map<Category, number>(CATEGORIES.map((category, rank) => [category, rank]));

/** The more closely held of two categories. */
export function stricter(one: Category, two: Category): Category {
  if (one === two) return one;
  return (RANK.get(two) ?? 0) > (RANK.get(one) ?? 0) ? two : one;
}

export function strictestOf(start: Category, facts: readonly Fact[]): Category {
  let strictest = start;
  for (const fact of facts) strictest = stricter(strictest, fact.category);
  return strictest;
}
