import { fold } from '#modules/directory/fold.ts';
import { COUNTY_NAMES } from '#modules/directory/places.ts';
import { blockingKeys, comparable, compareYouths } from '#modules/youth/matching.ts';
import type { Db } from '#platform/database/db.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import { consentStanding, SERVED_FROM_AGE } from './consent-standing.ts';
import { isNewJerseyZip } from './import/read-zip.ts';
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
  const tasks: (ReviewTask | false)[] = [
    age < SERVED_FROM_AGE && { code: 'under-5', field: 'youth.birthDay', detail: { age } },
    ...standing.tasks,
    consent.given !== 'yes' && { code: 'no-consent', field: 'consent.given' },
    ...placeTasks(address, context),
    domains.length === 0 && { code: 'no-domain', field: 'domains' },
    telephoneTask(guardian),
  ];
  return tasks.filter((task) => task !== false);
}

/** The first call is due within a day: words that are no number are kept, and somebody finds another way. */
function telephoneTask({ telephone, telephoneAsReported: value }: ReferralDraft['guardian']): ReviewTask | false {
  const field = 'guardian.telephone';
  if (telephone !== null) return false;
  return value === null
    ? { code: 'telephone-missing', field }
    : { code: 'telephone-unreadable', field, detail: { value } };
}

/** Whether state, county and ZIP fit together. A county that is none of New Jersey's is not known. */
function placeTasks({ state, county, zip }: ReferralDraft['address'], { countiesOfZip }: DraftContext): ReviewTask[] {
  if (state !== null && state !== 'NJ') return [{ code: 'other-state', field: 'address.state', detail: { state } }];
  const field = 'address.county';
  const counties = zip === null ? [] : countiesOfZip(zip);
  const detail = { county: county ?? '', zip: zip ?? '', zipCounties: counties.join(', ') };
  if (county === null || !COUNTY_NAMES.has(fold(county))) return [{ code: 'county-unclear', field, detail }];
  const agrees = counties.length > 0 ? counties.includes(county) : zip === null || isNewJerseyZip(zip);
  return agrees ? [] : [{ code: 'county-zip-mismatch', field, detail }];
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
    birthDayEstimated: candidate.bornEstimated,
    address: { line: candidate.line, zip: candidate.zip },
    telephones: candidate.telephones,
  };
}
