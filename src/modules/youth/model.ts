import { z } from 'zod';
import { id, isoDay } from '#modules/record/operation.ts';
import { Languages } from './languages.ts';

/** What a relative's say rests on, as far as somebody has confirmed it. Court orders are apart: they come and go. */
export const AUTHORITIES = {
  parent: 'Parent',
  'legal-guardian': 'Legal guardian',
  foster: 'Foster (resource) parent',
  'child-protection': 'Child protection (CP&P)',
  'none-confirmed': 'Not confirmed',
} as const;
export type Authority = keyof typeof AUTHORITIES;

export const ORDERS = {
  'sole-custody': 'Sole legal custody',
  'joint-custody': 'Joint legal custody',
  'no-contact': 'No contact',
  'supervised-contact': 'Supervised contact',
  guardianship: 'Guardianship',
  'adult-guardianship': 'Guardianship of the young adult',
  'rights-ended': 'Parental rights ended',
  'child-protection-custody': 'Custody with child protection (CP&P)',
} as const;
export type OrderKind = keyof typeof ORDERS;

export const COVERAGE_KINDS = {
  'nj-familycare': 'NJ FamilyCare',
  csoci: 'Children’s System of Care Initiative (CSOCI)',
  presumptive: 'Presumptive eligibility',
  private: 'Private insurance',
  none: 'No insurance',
  unknown: 'Not known',
} as const;
export type CoverageKind = keyof typeof COVERAGE_KINDS;

export const IDENTIFIER_KINDS = {
  cyber: 'CYBER',
  medicaid: 'Medicaid',
  referral: 'Referral',
  other: 'Another number',
} as const;
export const SUPPORTS = { iep: 'IEP', '504': '504 plan', none: 'None', unknown: 'Not known' } as const;
export const IEP_MEETINGS = {
  initial: 'First',
  annual: 'Yearly',
  triennial: 'Three-yearly',
  amendment: 'Amendment',
} as const;
export const PRESUMPTIVE_STEPS = {
  filed: 'Application filed',
  certified: 'Found presumptively eligible',
  sent: 'Certificate sent to the state',
} as const;
/** What the rules call each step. */
export const PRESUMPTIVE_FACTS = {
  filed: { kind: 'medicaid.application-filed', data: { presumptive: true } },
  certified: { kind: 'presumptive.certified', data: {} },
  sent: { kind: 'presumptive.sent', data: {} },
} as const satisfies Record<keyof typeof PRESUMPTIVE_STEPS, { kind: string; data: object }>;
export const SHARE_WITH = {
  team: 'The team',
  providers: 'Providers',
  school: 'The school',
  court: 'Court and probation',
  plan: 'The health plan',
} as const;
export const ALERTS = {
  'no-contact-order': 'No-contact order',
  safety: 'Safety of visitors or family',
  'self-harm': 'Risk of self-harm',
  medical: 'Medical',
  allergy: 'Allergy',
  'confidential-address': 'Confidential address',
  other: 'Other',
} as const;
export const CONTACT_KINDS = { telephone: 'Telephone', mail: 'E-mail', address: 'Address' } as const;

export const keysOf = <C extends string>(list: Readonly<Record<C, string>>): [C, ...C[]] =>
  Object.keys(list) as [C, ...C[]];

const name = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(300);
const said = words.nullable().default(null);
const day = isoDay.nullable().default(null);
/** The revision a change was made from. */
export const base = z.number().int().min(1);
export const reason = z.string().trim().min(3).max(2000);

export const YouthFields = z.strictObject({
  legalFirst: name,
  legalLast: name,
  preferredName: said,
  pronouns: said,
  gender: said,
  born: isoDay.nullable(),
  bornEstimated: z.boolean().default(false),
  languages: Languages,
  /** Null: nobody asked. */
  interpreter: z.boolean().nullable(),
  /** In the words of the youth or family; never guessed. */
  raceEthnicity: z.array(words).max(20).default([]),
  county: said,
});
export type YouthFields = z.output<typeof YouthFields>;

export const RelativeFields = z.strictObject({
  name,
  relationship: name,
  livesWith: z.boolean().nullable().default(null),
  languages: Languages.default([]),
  /** Null: nobody asked. */
  interpreter: z.boolean().nullable().default(null),
  authority: z.enum(keysOf(AUTHORITIES)).default('none-confirmed'),
  authorityFrom: day,
  authorityTo: day,
});
export type RelativeFields = z.output<typeof RelativeFields>;

export const OrderFields = z.strictObject({
  relative: id,
  kind: z.enum(keysOf(ORDERS)),
  documentSeen: z.boolean().default(false),
  says: said,
  from: isoDay,
  to: day,
});
export type OrderFields = z.output<typeof OrderFields>;

export const ContactPointFields = z.strictObject({
  relative: id.nullable().default(null),
  kind: z.enum(keysOf(CONTACT_KINDS)),
  value: words,
  city: said,
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
    .default(null),
  county: said,
  voicemail: z.boolean().nullable().default(null),
  textOk: z.boolean().nullable().default(null),
  confidential: z.boolean().default(false),
  seenBy: said,
  shareWith: z
    .array(z.enum(keysOf(SHARE_WITH)))
    .max(5)
    .default([]),
});
export type ContactPointFields = z.output<typeof ContactPointFields>;

export const CoverageFields = z.strictObject({
  kind: z.enum(keysOf(COVERAGE_KINDS)),
  /** The managed care organization; one of the referral's codes or the plan's own name. */
  plan: said,
  planState: z.enum(['chosen', 'choice-pending']).nullable().default(null),
  memberNumber: said,
  specialPrograms: z.array(words).max(20).default([]),
  from: isoDay,
});
export type CoverageFields = z.output<typeof CoverageFields>;

export const SchoolFields = z.strictObject({
  name,
  district: said,
  grade: said,
  support: z.enum(keysOf(SUPPORTS)).default('unknown'),
  classification: said,
  nextAnnualOn: day,
  nextReevaluationOn: day,
  consentToTalk: z.boolean().nullable().default(null),
  /** A meeting about the individualized education program that was held. */
  iepMeeting: z
    .strictObject({ on: isoDay, type: z.enum(keysOf(IEP_MEETINGS)) })
    .nullable()
    .default(null),
});
export type SchoolFields = z.output<typeof SchoolFields>;

export const AlertFields = z.strictObject({ code: z.enum(keysOf(ALERTS)), words });
export const IdentifierFields = z.strictObject({
  kind: z.enum(keysOf(IDENTIFIER_KINDS)),
  value: z.string().trim().min(1).max(80),
});
export const PresumptiveStep = z.strictObject({ step: z.enum(keysOf(PRESUMPTIVE_STEPS)), on: isoDay });
/** When something stopped being so, and why if it needs saying. */
export const Ending = z.strictObject({ id, on: isoDay, reason: reason.nullable().default(null) });
