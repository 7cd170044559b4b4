import { CALLERS, type CallerCode, codesOf } from '#modules/referral/codes.ts';
import { consentStanding } from '#modules/referral/consent-standing.ts';
import { ReferralDraft } from '#modules/referral/model.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { ageOn, day, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Issue, issue } from '../issue.ts';
import { MEDICAID_NUMBER, OURS, THEIRS, YES_CODES } from '../systems.ts';
import { codeIn, genderOf, interpreterOf, languagesOf, needsOf, planOf } from './code-lists.ts';
import { guardianOf, homeOf, namesOf } from './people.ts';
import type { ReferralBundle } from './read-bundle.ts';

export interface DraftContext {
  /** What the sender is called here; part of what names the referral for ever. */
  readonly sender: string;
  readonly nowMs: number;
  readonly countiesOfZip: (zip: string) => readonly string[];
}

const ZONE = 'America/New_York';

/** The referral a bundle says, in the form's own terms; not yet judged. */
export function toDraft(bundle: ReferralBundle, context: DraftContext): Result<ReferralDraft, readonly Issue[]> {
  const received = receivedOf(bundle, context.nowMs);
  if (!received.ok) return received;
  const { patient, request, relative } = bundle;
  const [named] = request.resource.identifier;
  const { needs, others } = needsOf(bundle.conditions.map(({ resource }) => resource.code));
  const guardian = guardianOf(relative?.resource ?? null);
  const caller = callerOf(bundle);
  const draft = {
    source: `${context.sender} ${named?.system ?? ''}`,
    externalId: named?.value,
    ...received.value,
    caller,
    youth: {
      ...namesOf(patient.resource),
      birthDay: patient.resource.birthDate,
      gender: genderOf(patient.resource.gender),
      ...languagesOf(patient.resource.communication),
      interpreterNeeded: interpreterOf(patient.resource.extension, YES_CODES),
    },
    address: homeOf(patient.resource.address, context.countiesOfZip),
    guardian,
    domains: needs,
    otherDomains: others,
    situation: situationOf(bundle),
    consent: consentOf(bundle, caller.code, guardian, received.value.receivedOn),
    intensity: null,
    healthPlan: bundle.coverage ? planOf(bundle.coverage.resource) : null,
    medicaidId: medicaidOf(bundle),
    school: null,
    cyberId: patient.resource.identifier.find(({ system }) => system === OURS.cyber)?.value ?? null,
  };
  const checked = ReferralDraft.safeParse(draft);
  if (checked.success) return consentHasCome(bundle, checked.data, context.nowMs);
  // What came through FHIR's own checks and does not fit ours: said by our field, since several elements make it.
  return fail(
    checked.error.issues.map(({ path }) =>
      issue('business-rule', 'Bundle', `the referral's ${path.join('.')} cannot be read`),
    ),
  );
}

/** Nobody consented on a day that has not come yet. */
function consentHasCome(
  { request }: ReferralBundle,
  draft: ReferralDraft,
  nowMs: number,
): Result<ReferralDraft, readonly Issue[]> {
  const { on } = draft.consent;
  if (on === null || day(on) <= dayInZone(nowMs, ZONE)) return ok(draft);
  const extension = `Bundle.entry[${request.at}].resource.extension`;
  return fail([issue('business-rule', extension, 'the consent lies in the time to come')]);
}

interface Received {
  readonly receivedOn: IsoDay;
  readonly receivedAt: string | null;
}

function receivedOf({ request, patient }: ReferralBundle, nowMs: number): Result<Received, readonly Issue[]> {
  const { authoredOn } = request.resource;
  const expression = `Bundle.entry[${request.at}].resource.authoredOn`;
  const atHour = authoredOn.includes('T') ? Date.parse(authoredOn) : null;
  const on = atHour === null ? day(authoredOn) : dayInZone(atHour, ZONE);
  if (on > dayInZone(nowMs, ZONE) || (atHour ?? 0) > nowMs) {
    return fail([issue('business-rule', expression, 'this lies in the time to come')]);
  }
  if (day(patient.resource.birthDate) > on) {
    const birth = `Bundle.entry[${patient.at}].resource.birthDate`;
    return fail([issue('business-rule', birth, 'this is after the referral was written')]);
  }
  return ok({ receivedOn: isoDay(on), receivedAt: atHour === null ? null : new Date(atHour).toISOString() });
}

function callerOf({ request, patient, relative }: ReferralBundle): ReferralDraft['caller'] {
  const said = request.resource.extension?.find(({ url }) => url === OURS.caller)?.valueCode;
  const known = codesOf(CALLERS).find((code) => code === said);
  if (known) return { code: known, asReported: null };
  const { reference, display } = request.resource.requester ?? {};
  const by = reference?.toLowerCase();
  if (relative && by === relative.fullUrl) return { code: 'parent', asReported: null };
  if (by === patient.fullUrl) return { code: 'youth', asReported: null };
  return display ? { code: 'other', asReported: display } : { code: 'unknown', asReported: null };
}

function situationOf({ request }: ReferralBundle): string {
  const reasons = (request.resource.reasonCode ?? []).map(({ text }) => text ?? '');
  const notes = (request.resource.note ?? []).map(({ text }) => text);
  return [...reasons, ...notes]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

function consentOf(
  { request, patient }: ReferralBundle,
  caller: CallerCode,
  guardian: ReferralDraft['guardian'],
  receivedOn: IsoDay,
): ReferralDraft['consent'] {
  const said = request.resource.extension?.find(({ url }) => url === OURS.consent)?.extension ?? [];
  const part = (name: string) => said.find(({ url }) => url === name);
  const given = part('given')?.valueBoolean;
  const answer = given ? 'yes' : 'no';
  const standing = consentStanding({
    age: ageOn(day(patient.resource.birthDate), day(receivedOn)),
    caller,
    relationship: guardian.relationship.code,
    caregiverNamed: Boolean(guardian.firstName ?? guardian.lastName),
  });
  return {
    given: given === undefined ? 'not-recorded' : answer,
    byName: part('by')?.valueString ?? null,
    by: standing.by,
    authority: standing.authority,
    on: (part('on')?.valueDate ?? null) as IsoDay | null,
  };
}

function medicaidOf({ patient }: ReferralBundle): string | null {
  const medicaid = patient.resource.identifier.find(
    ({ type }) => codeIn(type, THEIRS.identifierType) === MEDICAID_NUMBER,
  );
  return medicaid?.value ?? null;
}
