import type { Overrides, Pack } from '#modules/policy/index.ts';

/** The number as the rule has it; null when the pack has no such parameter. */
export function defaultOf(pack: Pack, parameter: string): number | boolean | null {
  return pack.clauses.flatMap(({ parameters }) => parameters).find(({ key }) => key === parameter)?.is ?? null;
}

/** Of an agency's numbers those a pack has a parameter of the same kind for: another edition of it may have others. */
export function fitting(pack: Pack, numbers: Overrides): Overrides {
  return Object.fromEntries(
    Object.entries(numbers).filter(([key, value]) => typeof defaultOf(pack, key) === typeof value),
  );
}
