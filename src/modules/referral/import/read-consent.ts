import type { IsoDay } from '#shared/calendar-day.ts';
import type { ConsentStanding } from '../consent-standing.ts';
import type { ReferralDraft } from '../model.ts';
import { readYesNo } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';

interface ReadConsent {
  readonly consent: ReferralDraft['consent'];
  readonly tasks: readonly ReviewTask[];
}

/** Reads whether the referral may be made; everything but a clear yes is a task. */
export function readConsent(
  cells: CleanCells,
  about: {
    readonly standing: ConsentStanding;
    readonly youth: string;
    readonly caregiver: string;
    readonly on: IsoDay;
  },
): ReadConsent {
  const answer = readYesNo(cells.consent_to_refer);
  if (answer === null) {
    const value = cells.consent_to_refer;
    return {
      consent: { given: 'not-recorded', byName: null, by: 'nobody-named', authority: 'to-confirm', on: null },
      tasks: [{ code: 'no-consent', field: 'consent_to_refer', detail: { answer: 'not-recorded', value } }],
    };
  }
  const { by, authority } = about.standing;
  const byName = (by === 'youth' ? about.youth : about.caregiver) || null;
  const consent = { given: answer ? 'yes' : 'no', byName, by, authority, on: about.on } as const;
  return {
    consent,
    tasks: answer ? [] : [{ code: 'no-consent', field: 'consent_to_refer', detail: { answer: 'no' } }],
  };
}
