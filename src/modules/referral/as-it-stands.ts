import type { IsoDay } from '#shared/calendar-day.ts';
import type { ReferralDraft } from './model.ts';

/**
 * A referral with what its record has by now: a birth day that was set right since is the one that is judged and compared. As it
 * was told stays as it was told.
 */
export function asItStands(told: ReferralDraft, { born }: { readonly born: string | null }): ReferralDraft {
  return born === null ? told : { ...told, youth: { ...told.youth, birthDay: born as IsoDay } };
}
