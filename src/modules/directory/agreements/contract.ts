import { z } from 'zod';
import { command, id, isoDay, read } from '#modules/record/operation.ts';
import { AGREEMENT_KIND_CODES } from './model.ts';

const reason = z.string().trim().min(3).max(2000);
/** Where the signed paper is, so that somebody would find it. */
const document = z.string().trim().min(1).max(300);
const agreementParams = z.object({ agreement: id });

/** When an agreement runs out, by which clause, and why. */
export const RunsOut = z.object({
  due: z.string(),
  standing: z.string(),
  title: z.string(),
  clause: z.object({
    id: z.string(),
    cite: z.string(),
    source: z.string(),
    force: z.string(),
    confidence: z.string(),
  }),
  why: z.array(z.string()),
});
export type RunsOut = z.output<typeof RunsOut>;

/** One thing that was said of an agreement. `now` says whether it still counts. */
export const Entry = z.object({
  seq: z.number(),
  what: z.enum(['signed', 'ended']),
  on: z.string(),
  document: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  now: z.enum(['stands', 'corrected', 'taken-back']),
});
export type Entry = z.output<typeof Entry>;

export const Agreement = z.object({
  id: z.string(),
  kind: z.enum(AGREEMENT_KIND_CODES),
  withName: z.string(),
  withAgency: z.number().nullable(),
  /** `taken-back`: nothing that was said of it stands, so it never was one. */
  state: z.enum(['in-force', 'run-out', 'ended', 'taken-back']),
  signedOn: z.string().nullable(),
  document: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Null when ended, or when no rule says when this kind runs out. */
  runsOut: RunsOut.nullable(),
  entries: z.array(Entry),
});
export type Agreement = z.output<typeof Agreement>;

export const readAgreements = read({
  name: 'agreements.read',
  path: '/api/directory/agreements',
  says: 'The agreements of the reader’s own agency: with whom, since when, when each runs out and by which clause.',
  permission: 'agreement.read',
  audit: { none: 'an agreement is between organizations and about no person' },
  answer: z.object({ today: z.string(), agency: z.number(), agreements: z.array(Agreement) }),
});

export const recordAgreement = command({
  name: 'agreements.record',
  path: '/api/directory/agreements',
  says: 'Records an agreement with another organization: of the directory, or named.',
  permission: 'agreement.record',
  audit: { event: 'agreement.recorded' },
  body: z
    .strictObject({
      id,
      kind: z.enum(AGREEMENT_KIND_CODES),
      withAgency: z.number().int().nullable().default(null),
      withName: z.string().trim().max(200).nullable().default(null),
      signedOn: isoDay,
      document,
    })
    .refine(({ withAgency, withName }) => withAgency !== null || (withName ?? '') !== '', {
      path: ['withName'],
      message: 'missing',
    }),
  answer: z.object({ agreement: id }),
});

export const renewAgreement = command({
  name: 'agreements.renew',
  path: '/api/directory/agreements/:agreement/renewal',
  says: 'Records that an agreement was signed again; what is due runs anew from that day.',
  permission: 'agreement.record',
  audit: { event: 'agreement.renewed' },
  params: agreementParams,
  body: z.strictObject({ id, signedOn: isoDay, document }),
  answer: z.object({}),
});

export const endAgreement = command({
  name: 'agreements.end',
  path: '/api/directory/agreements/:agreement/end',
  says: 'Records that an agreement ended, with the reason.',
  permission: 'agreement.record',
  audit: { event: 'agreement.ended' },
  params: agreementParams,
  body: z.strictObject({ id, on: isoDay, reason }),
  answer: z.object({}),
});

export const amendAgreement = command({
  name: 'agreements.amend',
  path: '/api/directory/agreements/:agreement/amendment',
  says: 'Says that an entry was wrong: another day or document takes its place, or it never was so. The reason is kept.',
  permission: 'agreement.record',
  audit: { event: 'agreement.amended' },
  params: agreementParams,
  body: z.strictObject({
    id,
    entry: z.number().int().positive(),
    instead: z.strictObject({ on: isoDay, document: document.nullable().default(null) }).nullable(),
    reason,
  }),
  answer: z.object({}),
});
