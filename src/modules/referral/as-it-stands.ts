import type { IsoDay } from '#shared/calendar-day.ts';
import { codesOf, LANGUAGES } from './codes.ts';
import type { ReferralDraft } from './model.ts';

/** What the record says by now of what a referral told; `youth` is null to whoever sees only that the youth is there. */
export interface Since {
  readonly born: string | null;
  readonly youth: {
    readonly first: string;
    readonly last: string;
    readonly preferred: string | null;
    readonly bornEstimated: boolean;
    /** A language's code. */
    readonly letters: string | null;
  } | null;
}

/**
 * A referral with what its record has by now: a name, birth day or language of letters that was set right since is the one that is
 * judged, compared and written to. As it was told stays as it was told.
 */
export function asItStands(told: ReferralDraft, { born, youth }: Since): ReferralDraft {
  const letters = codesOf(LANGUAGES).find((code) => code === youth?.letters);
  return {
    ...told,
    youth: {
      ...told.youth,
      ...(born === null ? {} : { birthDay: born as IsoDay }),
      ...(youth && {
        firstName: youth.first,
        lastName: youth.last,
        preferredName: youth.preferred,
        birthDayEstimated: youth.bornEstimated,
      }),
      ...(letters && { letterLanguage: { code: letters, asReported: null } }),
    },
  };
}
