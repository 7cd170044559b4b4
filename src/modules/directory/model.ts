import { z } from 'zod';
import type { IsoDay } from '#shared/calendar-day.ts';
import { parseDay } from '#shared/calendar-day.ts';

/** What an agency is to a family. A CMO builds the team; an MCO is a health plan: the two are often confused. */
export const AGENCY_KINDS = ['csa', 'cmo', 'fso', 'mco', 'payer', 'tcm-provider'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** `seen` on a named page; `inferred` from one; `general-knowledge`, to be confirmed; `unseen`: known to exist only. */
export const CONFIDENCES = ['seen', 'inferred', 'general-knowledge', 'unseen'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A county of one state, such as `nj-cumberland`: Pennsylvania has a Cumberland too. */
export type CountyCode = string;

/** A calendar day as text, checked to exist. */
export const isoDaySchema = z.string().transform((text, context): IsoDay => {
  if (parseDay(text) === null) context.addIssue({ code: 'custom', message: 'not a calendar day' });
  return text as IsoDay;
});

export const agencySchema = z.strictObject({
  /** Small and stable: other rows and bookmarks refer to it. 1 to 15 CMOs, 100 CSA, 201+ FSOs, 301+ MCOs, 900 the payer. */
  id: z.int().positive(),
  programme: z.enum(['nj-cmo', 'pa-tcm']),
  kind: z.enum(AGENCY_KINDS),
  name: z.string().min(1),
  shortName: z.string().min(1),
  /** Only a number that was read on a page; nobody in need may be sent to a guessed one. */
  phone: z.string().nullable(),
  phoneSource: z.string().nullable(),
  website: z.url({ protocol: /^https$/ }).nullable(),
  /** IANA time zone in which the agency's days are counted. */
  zone: z.string(),
  source: z.string().min(1),
  confidence: z.enum(CONFIDENCES),
  note: z.string().optional(),
});
export type Agency = z.infer<typeof agencySchema>;

export const countySchema = z.strictObject({
  code: z.string().regex(/^(nj|pa)-[a-z-]+$/),
  name: z.string().min(1),
  state: z.enum(['NJ', 'PA']),
  /** The last part of the county's public address. */
  slug: z.string().regex(/^[a-z-]+$/),
  /** First two digits of a New Jersey Medicaid number (N.J.A.C. 10:49-2.12). */
  medicaidCode: z.string().nullable(),
});
export type County = z.infer<typeof countySchema>;

/** An agency serves a county from a day on, up to and including `to`; `null` means it still does. */
export const serviceAreaSchema = z.strictObject({
  agencyId: z.int().positive(),
  county: z.string(),
  from: isoDaySchema,
  to: isoDaySchema.nullable(),
});
export type ServiceArea = z.infer<typeof serviceAreaSchema>;

/** Everything the public pages need to know at one moment. */
export interface Directory {
  readonly agencies: readonly Agency[];
  readonly counties: readonly County[];
  readonly serviceAreas: readonly ServiceArea[];
}
