import { day } from '#shared/calendar-day.ts';
import type { Problem } from '#shared/result.ts';
import type { ReferralDraft } from './model.ts';

/** When a referral is looked at: the day in New Jersey and the instant, in milliseconds. */
export interface LookedAt {
  readonly today: string;
  readonly nowMs: number;
}

/**
 * Days of a referral that cannot be so, each by its field: one that has not come yet (`has-not-happened`), or a birth after
 * the referral was received (`born-after-received`). A file's rows are asked the same when they are read.
 */
export function impossibleDays(draft: ReferralDraft, { today, nowMs }: LookedAt): readonly Problem[] {
  const { receivedOn, receivedAt, youth, consent } = draft;
  const toCome = (of: string | null) => of !== null && day(of) > day(today);
  const code = 'has-not-happened';
  return [
    ...(toCome(receivedOn) ? [{ field: 'receivedOn', code }] : []),
    ...(receivedAt !== null && !toCome(receivedOn) && Date.parse(receivedAt) > nowMs
      ? [{ field: 'receivedAt', code }]
      : []),
    ...(toCome(youth.birthDay) ? [{ field: 'youth.birthDay', code }] : []),
    ...(!toCome(youth.birthDay) && day(youth.birthDay) > day(receivedOn)
      ? [{ field: 'youth.birthDay', code: 'born-after-received' }]
      : []),
    ...(toCome(consent.on) ? [{ field: 'consent.on', code }] : []),
  ];
}
