import { CAPACITY_LABEL, type Capacity } from '#modules/access/model.ts';

const isKnown = (code: string): code is Capacity => code in CAPACITY_LABEL;

/** A capacity in words; the code itself for one that is not known any more. */
export function capacityOf(code: string | null): string {
  if (code === null) return '';
  return isKnown(code) ? CAPACITY_LABEL[code] : code;
}
