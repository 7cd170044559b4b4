import { idNamed } from '#shared/id-named.ts';

/**
 * The ids of an imported referral, from what names it for ever: who imports, the source, its number there. The same file
 * twice, or half a file before a crash, meets the same chart.
 */
export function referralIds(agency: number, source: string, externalId: string): { chart: string; referral: string } {
  const named = (what: string) => idNamed([what, agency, source, externalId]);
  return { chart: named('chart'), referral: named('referral') };
}
