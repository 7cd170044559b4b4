import { endOfYes, type Said } from './agreed.ts';
import type { FamilyRecord } from './family-record.ts';

type Yes = FamilyRecord['given'][number];
type TakenBack = NonNullable<Yes['takenBack']>;

/** A yes as its row has it: how it ended, as far as that was written on the row. */
export type StoredYes = Omit<Yes, 'takenBack'> & { readonly ended: Omit<TakenBack, 'entry'> | null };

/** A yes with how it ended, as the history has it: taken back itself, or by the taking back of a later one. */
export function yesOf({ ended, ...yes }: StoredYes, said: readonly Said[]): Yes {
  const { id, purpose, on } = yes;
  const end = purpose === 'care-management' && on !== null ? endOfYes(said, { id, on }) : null;
  if (!end) return { ...yes, takenBack: ended && { ...ended, entry: null } };
  const own = end.data['consent'] === id;
  const whose = own && ended ? ended : { by: null, authority: null, reason: null };
  return { ...yes, takenBack: { ...whose, on: end.on, entry: own ? end.data : null } };
}
