import { createHash } from 'node:crypto';

/**
 * A UUID (version 8) that is the same whenever it is asked for with the same words. What names a referral at its sender
 * names it here, so that sending it again reaches the same chart, under the same lock, as the same write.
 */
export function sameId(...words: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
