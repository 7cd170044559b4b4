import { z } from 'zod';
import { type IsoDay, parseDay } from '#shared/calendar-day.ts';
import {
  AUTHORITIES,
  CALLERS,
  CONSENT_ANSWERS,
  codesOf,
  DOMAINS,
  GENDERS,
  HEALTH_PLANS,
  INTENSITIES,
  LANGUAGES,
  RELATIONSHIPS,
} from './codes.ts';

/** Why an organization gives a referral back, as the rules read it; its own words stand beside. */
export const RETURNED_BECAUSE = [
  'other-county',
  'served-elsewhere',
  'duplicate',
  'not-eligible',
  'family-said-no',
  'other',
] as const;
export type ReturnedBecause = (typeof RETURNED_BECAUSE)[number];

/** Longest texts taken, in characters. A longer one is refused and said, never cut. */
export const MOST_CHARACTERS = { name: 200, line: 300, situation: 20_000 } as const;

const name = z.string().trim().min(1).max(MOST_CHARACTERS.name);
const line = z.string().trim().min(1).max(MOST_CHARACTERS.line);
const isoDay = z
  .string()
  .refine((text) => parseDay(text) !== null, { error: 'not-a-day' })
  .transform((text) => text as IsoDay);

/** A code, and the words that were used when they say more than the code does (`other`, or a synonym worth keeping). */
function coded<const C extends string>(codes: Readonly<Record<C, string>>) {
  return z.object({ code: z.enum(codesOf(codes)), asReported: line.nullable() });
}

const Youth = z.object({
  firstName: name,
  lastName: name,
  preferredName: name.nullable(),
  birthDay: isoDay,
  /** Nobody knew the day, and this is what was guessed; left out where nobody said so. */
  birthDayEstimated: z.boolean().optional(),
  gender: coded(GENDERS),
  /** The one they would rather talk in. */
  language: coded(LANGUAGES),
  /** What else they speak or sign; left out where nobody asked. */
  otherLanguages: z.array(coded(LANGUAGES)).max(20).optional(),
  /** The one letters are to be written in; left out where nobody asked. */
  letterLanguage: coded(LANGUAGES).nullable().optional(),
  /** `null`: nobody said. */
  interpreterNeeded: z.boolean().nullable(),
});

/** ZIP: five digits. County: its name without "County"; `null` when it could not be told. State: two letters. */
const Address = z.object({
  line: line.nullable(),
  city: line.nullable(),
  state: line.nullable(),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  county: line.nullable(),
});

/**
 * The caregiver who speaks for the youth. Telephone in E.164; `telephoneAsReported` keeps one that could not be read.
 */
const Guardian = z.object({
  firstName: name.nullable(),
  lastName: name.nullable(),
  relationship: coded(RELATIONSHIPS),
  telephone: z
    .string()
    .regex(/^\+[1-9]\d{7,14}$/)
    .nullable(),
  telephoneExtension: z.string().max(10).nullable(),
  telephoneAsReported: line.nullable(),
  email: line.nullable(),
  /** The one they would rather talk in, and what else they speak or sign; left out where nobody asked. */
  language: coded(LANGUAGES).optional(),
  otherLanguages: z.array(coded(LANGUAGES)).max(20).optional(),
});

/**
 * Consent to make this referral: the answer, who gave it, by what authority, and on which day. Nothing else is
 * consented to.
 */
const ConsentToRefer = z.object({
  given: z.enum(codesOf(CONSENT_ANSWERS)),
  byName: line.nullable(),
  by: z.enum(['youth', 'caregiver', 'nobody-named']),
  authority: z.enum(codesOf(AUTHORITIES)),
  on: isoDay.nullable(),
});

/**
 * A referral as it is registered: by telephone, by form, from a file or as an electronic bundle. What was said, not yet
 * judged.
 */
export const ReferralDraft = z.object({
  /** Where it came from: the name of the file's sender or of the form. */
  source: line,
  /** Its number at the source; with `source` it names the referral for ever. */
  externalId: line,
  /** The day it was received, in New Jersey. */
  receivedOn: isoDay,
  /** The instant it was received, in UTC, when the hour is known. */
  receivedAt: z.iso.datetime().nullable(),
  caller: coded(CALLERS),
  youth: Youth,
  address: Address,
  guardian: Guardian,
  domains: z.array(z.enum(codesOf(DOMAINS))),
  /** Words used for needs that are no domain of ours, kept as they are. */
  otherDomains: z.array(line),
  situation: z.string().max(MOST_CHARACTERS.situation),
  consent: ConsentToRefer,
  intensity: z.enum(codesOf(INTENSITIES)).nullable(),
  healthPlan: coded(HEALTH_PLANS).nullable(),
  medicaidId: line.nullable(),
  school: line.nullable(),
  cyberId: line.nullable(),
});
export type ReferralDraft = z.infer<typeof ReferralDraft>;
