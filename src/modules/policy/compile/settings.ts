import type { Amount } from '../rules/fact-set.ts';

/** The numbers in force: each parameter's default, or the agency's override. */
export type Settings = ReadonlyMap<string, number | boolean>;

export function amountOf(settings: Settings, amount: Amount): number {
  const value = typeof amount === 'number' ? amount : settings.get(amount.parameter);
  if (typeof value !== 'number') throw new TypeError(`parameter has no number: ${JSON.stringify(amount)}`);
  return value;
}
