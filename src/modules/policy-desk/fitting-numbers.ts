import type { Overrides, Pack, Words } from '#modules/policy/index.ts';

/** The number as the rule has it; null when the pack has no such parameter. */
export function defaultOf(pack: Pack, parameter: string): number | boolean | null {
  return pack.clauses.flatMap(({ parameters }) => parameters).find(({ key }) => key === parameter)?.is ?? null;
}

/** The clause a number stands in, and what it is called there; without a clause its key, when the pack has it no more. */
export function nameOf(pack: Pack, parameter: string): { readonly title: Words | null; readonly name: string } {
  const clause = pack.clauses.find(({ parameters }) => parameters.some(({ key }) => key === parameter));
  const known = clause?.parameters.find(({ key }) => key === parameter);
  return { title: clause?.title ?? null, name: known?.name ?? parameter };
}

/** Of an agency's numbers those a pack has a parameter of the same kind for: another edition of it may have others. */
export function fitting(pack: Pack, numbers: Overrides): Overrides {
  return Object.fromEntries(
    Object.entries(numbers).filter(([key, value]) => typeof defaultOf(pack, key) === typeof value),
  );
}
