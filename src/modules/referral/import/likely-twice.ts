import {
  blockingKeys,
  type ComparablePerson,
  comparable,
  compareYouths,
  type Match,
  type MatchPerson,
} from '#modules/youth/matching.ts';

/**
 * Of the rows that share one key, so many of the latest are compared. More of them share a shelter's telephone or an
 * office's address, which says nothing about who they are.
 */
const MOST_COMPARED = 300;

interface Seen<T> {
  readonly person: ComparablePerson;
  readonly what: T;
}

/**
 * The people of one file read so far, to find the same youth further down. Candidates come by shared keys, not by a
 * scan.
 */
export class SeenInFile<T> {
  private readonly byKey = new Map<string, Seen<T>[]>();

  /** The strongest likely match among those seen, or `null`; then remembers this one. */
  findAndAdd(person: MatchPerson, what: T): { readonly what: T; readonly match: Match } | null {
    const keys = blockingKeys(person);
    const candidates = new Set(keys.flatMap((key) => this.byKey.get(key)?.slice(-MOST_COMPARED) ?? []));
    const ready = comparable(person);
    let found: { what: T; match: Match } | null = null;
    for (const candidate of candidates) {
      const match = compareYouths(candidate.person, ready);
      if (match.band === 'likely' && match.score > (found?.match.score ?? 0)) found = { what: candidate.what, match };
    }
    const seen = { person: ready, what };
    for (const key of keys) {
      const same = this.byKey.get(key);
      if (same) same.push(seen);
      else this.byKey.set(key, [seen]);
    }
    return found;
  }
}
