import { z } from 'zod';
import { parseDay } from '#shared/calendar-day.ts';

/**
 * The elements of US Core's profiles that a referral is read from. Others may be there and are kept as sent, not read.
 * Modifier extensions may change what an element means, so a resource that carries one is refused.
 */
const uri = z.string().min(1).max(300);
const text = z.string().trim().min(1).max(300);
const longText = z.string().max(20_000);
const day = z.string().refine((value) => parseDay(value) !== null, { error: 'a whole day that exists, YYYY-MM-DD' });
const dateTime = z.union([day, z.iso.datetime({ offset: true })], {
  error: 'a day, or a day and time with its offset',
});
const noModifiers = z.undefined({ error: 'modifier extensions are not understood' }).optional();

const Coding = z.looseObject({ system: uri.optional(), code: text.optional(), display: text.optional() });
const Concept = z.looseObject({ coding: z.array(Coding).optional(), text: longText.optional() });
export type Concept = z.output<typeof Concept>;
const Reference = z.looseObject({ reference: uri.optional(), display: text.optional() });
const Identifier = z.looseObject({ system: uri, value: text, type: Concept.optional() });
const Period = z.looseObject({ start: z.string().optional(), end: z.string().optional() });
const HumanName = z.looseObject({
  use: z.string().optional(),
  family: text.optional(),
  given: z.array(text).optional(),
});
const Telecom = z.looseObject({
  system: z.enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other']),
  value: text,
  use: z.string().optional(),
});
export type Telecom = z.output<typeof Telecom>;
const Address = z.looseObject({
  use: z.string().optional(),
  line: z.array(text).optional(),
  city: text.optional(),
  district: text.optional(),
  state: text.optional(),
  postalCode: text.optional(),
});
export type Address = z.output<typeof Address>;

const Communication = z.looseObject({ language: Concept, preferred: z.boolean().optional() });
export type Communication = z.output<typeof Communication>;

interface Extended {
  readonly url: string;
  readonly valueCode?: string | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueString?: string | undefined;
  readonly valueDate?: string | undefined;
  readonly valueCoding?: { readonly code?: string | undefined } | undefined;
  readonly extension?: readonly Extended[] | undefined;
}
const Extension: z.ZodType<Extended> = z.looseObject({
  url: uri,
  valueCode: text.optional(),
  valueBoolean: z.boolean().optional(),
  valueString: text.optional(),
  valueDate: day.optional(),
  valueCoding: Coding.optional(),
  get extension() {
    return z.array(Extension).optional();
  },
});
export type FhirExtension = Extended;

export const Patient = z.looseObject({
  resourceType: z.literal('Patient'),
  modifierExtension: noModifiers,
  extension: z.array(Extension).optional(),
  identifier: z.array(Identifier).min(1, { error: 'at least one identifier' }),
  name: z.array(HumanName).min(1, { error: 'at least one name' }),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  birthDate: day,
  telecom: z.array(Telecom).optional(),
  address: z.array(Address).optional(),
  communication: z.array(Communication).optional(),
});
export type Patient = z.output<typeof Patient>;

export const RelatedPerson = z.looseObject({
  resourceType: z.literal('RelatedPerson'),
  modifierExtension: noModifiers,
  active: z.boolean(),
  patient: Reference,
  relationship: z.array(Concept).optional(),
  name: z.array(HumanName).min(1, { error: 'at least one name' }),
  telecom: z.array(Telecom).optional(),
  communication: z.array(Communication).optional(),
});
export type RelatedPerson = z.output<typeof RelatedPerson>;

export const ServiceRequest = z.looseObject({
  resourceType: z.literal('ServiceRequest'),
  modifierExtension: noModifiers,
  extension: z.array(Extension).optional(),
  identifier: z.array(Identifier).min(1, { error: 'at least one identifier' }),
  status: z.literal('active', { error: 'a referral is sent as active' }),
  intent: z.enum(['proposal', 'plan', 'order', 'original-order']),
  doNotPerform: z.literal(false, { error: 'a referral asks for something to be done' }).optional(),
  code: Concept,
  subject: Reference,
  authoredOn: dateTime,
  requester: Reference.optional(),
  reasonCode: z.array(Concept).optional(),
  reasonReference: z.array(Reference).optional(),
  note: z.array(z.looseObject({ text: longText })).optional(),
});
export type ServiceRequest = z.output<typeof ServiceRequest>;

export const Coverage = z.looseObject({
  resourceType: z.literal('Coverage'),
  modifierExtension: noModifiers,
  status: z.literal('active', { error: 'only coverage in force is taken' }),
  type: Concept.optional(),
  subscriberId: text.optional(),
  beneficiary: Reference,
  relationship: Concept.optional(),
  period: Period.optional(),
  payor: z.array(Reference).min(1, { error: 'who pays' }),
  class: z.array(z.looseObject({ type: Concept.optional(), value: text, name: text.optional() })).optional(),
});
export type Coverage = z.output<typeof Coverage>;

export const Condition = z.looseObject({
  resourceType: z.literal('Condition'),
  modifierExtension: noModifiers,
  clinicalStatus: Concept.optional(),
  verificationStatus: Concept.optional(),
  category: z.array(Concept).optional(),
  code: Concept,
  subject: Reference,
});
export type Condition = z.output<typeof Condition>;

export const RESOURCES = { Patient, RelatedPerson, ServiceRequest, Coverage, Condition } as const;
export type ResourceType = keyof typeof RESOURCES;
export const RESOURCE_TYPES = Object.keys(RESOURCES) as readonly ResourceType[];
export const isResourceType = (type: unknown): type is ResourceType => RESOURCE_TYPES.some((known) => known === type);

export const Bundle = z.looseObject({
  resourceType: z.literal('Bundle', { error: 'a Bundle' }),
  type: z.literal('transaction', { error: 'only transactions are taken' }),
  entry: z
    .array(
      z.looseObject({
        fullUrl: uri.regex(/^urn:uuid:[0-9a-f-]{36}$/i, { error: 'urn:uuid: and a UUID' }),
        resource: z.looseObject({ resourceType: z.string() }),
        request: z.looseObject({
          method: z.literal('POST', { error: 'only POST is taken' }),
          url: z.string(),
          ifNoneExist: z.string().max(700).optional(),
        }),
      }),
    )
    .min(1, { error: 'at least one entry' })
    .max(30, { error: 'at most 30 entries: one referral' }),
});
export type Bundle = z.output<typeof Bundle>;
