import type { OwedItem } from '../contract.ts';
import { words } from './words.ts';

/** With whom a duty is that was handed on; to them by whom. Null for one that was not. */
export function handedWords({ handedOn }: Pick<OwedItem, 'handedOn'>): string | null {
  if (!handedOn) return null;
  return handedOn.toMe ? words.handedOn.by(handedOn.by) : words.handedOn.to(handedOn.to);
}

/** Who outside the agency owes it; null for what the agency owes. */
export const waitingWords = ({ owing, owes }: Pick<OwedItem, 'owing' | 'owes'>): string | null =>
  owing === 'holder' ? null : words.waits(owes.split(',')[0] ?? owing);
