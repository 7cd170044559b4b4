import { blockingKeys, comparable, compareYouths } from '#modules/youth/matching.ts';
import type { Db } from '#platform/database/db.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import { consentStanding, SERVED_FROM_AGE } from './consent-standing.ts';
import { matchPersonOf } from './match-person.ts';
import type { ReferralDraft } from './model.ts';
import { type Candidate, candidatesByKeys } from './queries.ts';
import type { ReviewTask } from './review-tasks.ts';

export interface DraftContext {
  readonly today: string;
  readonly countiesOfZip: (zip: string) => readonly string[];
}

/** What a person must look at in a referral given by form, the same questions a file's rows are asked. */
export async function tasksOfDraft(db: Db, draft: ReferralDraft, context: DraftContext): Promise<ReviewTask[]> {
  const duplicate = await likelyDuplicate(db, draft);
  return [...tasksWithoutLooking(draft, context), ...(duplicate ? [duplicate] : [])];
}

/** The tasks that follow from the referral itself. */
export function tasksWithoutLooking(draft: ReferralDraft, context: DraftContext): ReviewTask[] {
  const { youth, guardian, caller, address, consent, domains } = draft;
  const age = ageOn(day(youth.birthDay), day(context.today));
  const caregiverNamed = Boolean(guardian.firstName ?? guardian.lastName);
  const standing = consentStanding({
    age,
    caller: caller.code,
    relationship: guardian.relationship.code,
    caregiverNamed,
  });
  const counties = address.zip ? context.countiesOfZip(address.zip) : [];
  const tasks: (ReviewTask | false)[] = [
    age < SERVED_FROM_AGE && { code: 'under-5', field: 'youth.birthDay', detail: { age } },
    ...standing.tasks,
    consent.given !== 'yes' && { code: 'no-consent', field: 'consent.given' },
    address.state !== null &&
      address.state !== 'NJ' && { code: 'other-state', field: 'address.state', detail: { state: address.state } },
    counties.length > 0 &&
      address.county !== null &&
      !counties.includes(address.county) && {
        code: 'county-zip-mismatch',
        field: 'address.county',
        detail: { county: address.county, zip: address.zip ?? '', zipCounties: counties.join(', ') },
      },
    address.county === null && (address.state ?? 'NJ') === 'NJ' && { code: 'county-unclear', field: 'address.county' },
    domains.length === 0 && { code: 'no-domain', field: 'domains' },
    guardian.telephone === null && caregiverNamed && { code: 'telephone-missing', field: 'guardian.telephone' },
  ];
  return tasks.filter((task) => task !== false);
}

/** The strongest likely match within the reader's reach, as a task to compare side by side. */
export async function likelyDuplicate(db: Db, draft: ReferralDraft): Promise<ReviewTask | null> {
  const person = matchPersonOf(draft);
  const found = await candidatesByKeys(db, blockingKeys(person));
  const mine = comparable(person);
  const [best] = found
    .map((candidate) => ({ candidate, match: compareYouths(comparable(candidatePerson(candidate)), mine) }))
    .filter(({ match }) => match.band === 'likely')
    .sort((a, b) => b.match.score - a.match.score);
  if (!best) return null;
  return {
    code: 'likely-duplicate',
    field: 'row',
    detail: { chart: best.candidate.chart, number: best.candidate.number, score: best.match.score },
  };
}

export function candidatePerson(candidate: Candidate): Parameters<typeof comparable>[0] {
  return {
    name: { first: candidate.first, last: candidate.last, preferred: candidate.preferred },
    birthDay: candidate.born ? day(candidate.born) : null,
    address: { line: candidate.line, zip: candidate.zip },
    telephones: candidate.telephones,
  };
}
