import { z } from 'zod';
import { CATEGORIES } from '#modules/facts/model.ts';
import { id, isoDay } from '#modules/record/operation.ts';

/** With whom a contact was. */
export const WITH_WHOM = [
  'youth',
  'caregiver',
  'relative',
  'friend',
  'provider',
  'school',
  'child-protection',
  'probation',
  'court',
  'payer',
  'family-support',
  'other',
] as const;
/** How a contact was made. */
export const HOW = ['in-person', 'telephone', 'video', 'text', 'e-mail', 'letter', 'other'] as const;
export const PLACES = [
  'home',
  'school',
  'office',
  'community',
  'treatment-setting',
  'hospital',
  'detention-center',
  'court',
  'other',
] as const;
export const TOPICS = [
  'engagement',
  'crisis-plan',
  'strengths-needs',
  'service-plan',
  'services',
  'school',
  'health',
  'coverage',
  'court',
  'safety',
  'transition',
  'family-support',
  'other',
] as const;
export const INTERPRETERS = ['none-needed', 'used', 'not-available'] as const;

export type WithWhom = (typeof WITH_WHOM)[number];
export type How = (typeof HOW)[number];

/** A day's minutes cannot be more than a day has. */
const minutes = z.number().int().min(0).max(1440);

/** A note ready to be signed. "Called, no answer, left message" needs only `made`, `how` and the day; who was tried is the caregiver unless said. */
export const NoteToSign = z.strictObject({
  id,
  made: z.boolean(),
  withWhom: z.array(z.enum(WITH_WHOM)).min(1, { error: 'who-was-there' }).max(WITH_WHOM.length).default(['caregiver']),
  how: z.enum(HOW),
  place: z.enum(PLACES).nullish(),
  on: isoDay,
  startedAt: z.iso.datetime({ offset: true }).nullish(),
  minutesFace: minutes.nullish(),
  minutesTravel: minutes.nullish(),
  /** How long a contact by telephone or video took: what N.J.A.C. 10:73-3.24 calls the length of the service. */
  minutesCall: minutes.nullish(),
  interpreter: z.enum(INTERPRETERS).nullish(),
  topics: z.array(z.enum(TOPICS)).max(TOPICS.length).default([]),
  aboutDuty: z.string().max(200).nullish(),
  category: z.enum(CATEGORIES).default('mental-health'),
  words: z.string().max(50_000).default(''),
});
export type NoteToSign = z.output<typeof NoteToSign>;

/** Whether a contact was a conversation from afar, which has a length and no place. */
export const isCall = ({ how }: { readonly how: How }): boolean => how === 'telephone' || how === 'video';

/** A visit says what it was about: who was met in person is told in words. An attempt and a call may do without. */
export const lacksWords = ({ made, how, words }: Pick<NoteToSign, 'made' | 'how' | 'words'>): boolean =>
  made && how === 'in-person' && words.trim() === '';

export const Amendment = NoteToSign.safeExtend({ reason: z.string().trim().min(3).max(2000) });
export const Withdrawal = z.strictObject({ id, reason: z.string().trim().min(3).max(2000) });

/** A signed note as it is read. */
export const SignedNote = z.object({
  id: z.string(),
  made: z.boolean(),
  withWhom: z.array(z.string()),
  how: z.string(),
  place: z.string().nullable(),
  on: z.string(),
  startedAt: z.string().nullable(),
  minutesFace: z.number().nullable(),
  minutesTravel: z.number().nullable(),
  minutesCall: z.number().nullable(),
  interpreter: z.string().nullable(),
  topics: z.array(z.string()),
  /** The duty it was written about, by its key, and what that is called. */
  aboutDuty: z.string().nullish(),
  aboutTitle: z.string().nullish(),
  category: z.string(),
  words: z.string().nullable(),
  signedAt: z.string(),
  signedBy: z.string().nullable(),
  supersedes: z.string().nullable(),
  amendReason: z.string().nullable(),
  amendedBy: z.string().nullable(),
});
export type SignedNote = z.output<typeof SignedNote>;
