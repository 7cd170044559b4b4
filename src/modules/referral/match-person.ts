import type { MatchPerson } from '#modules/youth/matching.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { ReferralDraft } from './model.ts';

/** What of a referral is compared with other youths. */
export function matchPersonOf(draft: ReferralDraft): MatchPerson {
  const { youth, address, guardian } = draft;
  return {
    name: { first: youth.firstName, last: youth.lastName, preferred: youth.preferredName },
    birthDay: parseDay(youth.birthDay),
    birthDayEstimated: youth.birthDayEstimated ?? false,
    address: { line: address.line, zip: address.zip },
    telephones: guardian.telephone === null ? [] : [guardian.telephone],
  };
}
