import { type ComparablePerson, compareYouths, type Match } from '#modules/youth/matching.ts';
import type { ToCompare } from './to-compare.ts';

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
  findAndAdd({ keys, person }: ToCompare, what: T): { readonly what: T; readonly match: Match } | null {
    const candidates = new Set(keys.flatMap((key) => this.byKey.get(key)?.slice(-MOST_COMPARED) ?? []));
    let found: { what: T; match: Match } | null = null;
    for (const candidate of candidates) {
      const match = compareYouths(candidate.person, person);
      if (match.band === 'likely' && match.score > (found?.match.score ?? 0)) found = { what: candidate.what, match };
    }
    const seen = { person, what };
    for (const key of keys) {
      const same = this.byKey.get(key);
      if (same) same.push(seen);
      else this.byKey.set(key, [seen]);
    }
    return found;
  }
}
