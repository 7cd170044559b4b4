import { blockingKeys, type ComparablePerson, comparable } from '#modules/youth/matching.ts';
import { matchPersonOf } from '../match-person.ts';
import type { ReferralDraft } from '../model.ts';

/** What of a referral is compared with others, and the keys that find them. */
export interface ToCompare {
  readonly keys: readonly string[];
  readonly person: ComparablePerson;
}

const made = new WeakMap<ReferralDraft, ToCompare>();

/** Worked out once for a referral, which is compared with the rows above it and then with everybody known. */
export function toCompare(draft: ReferralDraft): ToCompare {
  const known = made.get(draft);
  if (known !== undefined) return known;
  const person = matchPersonOf(draft);
  const ready = { keys: blockingKeys(person), person: comparable(person) };
  made.set(draft, ready);
  return ready;
}
