import type { ReferralBundle } from './read/read-bundle.ts';

/**
 * A bundle as it is compared with one sent before: the resources in order, their names sorted, the passing `urn:uuid`s
 * replaced by places. Two tries of one referral are then the same, whatever made the JSON.
 */
export function canonical({ entries }: ReferralBundle): string {
  const places = new Map(entries.map(({ fullUrl, at }) => [fullUrl, `#${at}`]));
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return places.get(value.toLowerCase()) ?? value;
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => Number(a > b) - Number(a < b))
        .map(([name, inner]) => [name, plain(inner)]),
    );
  };
  return JSON.stringify(entries.map(({ resource }) => plain(resource)));
}
