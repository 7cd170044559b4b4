import { z } from 'zod';
import { SaidLanguage } from './languages.ts';

const text = z.string();
const maybe = text.nullable();
const flag = z.boolean().nullable();
const stretch = { from: text, to: maybe };

/** The family and contacts of one youth as they are read. Days as `YYYY-MM-DD`; ended rows are here too, with `to`. */
export const FamilyRecord = z.object({
  today: text,
  /** Care management goes on here today. */
  enrolled: z.boolean(),
  youth: z.object({
    legalFirst: text,
    legalLast: text,
    preferredName: maybe,
    pronouns: maybe,
    gender: maybe,
    born: maybe,
    bornEstimated: z.boolean(),
    languages: z.array(SaidLanguage),
    /** Null: nobody asked. */
    interpreter: flag,
    raceEthnicity: z.array(text),
    county: maybe,
    revision: z.number(),
  }),
  relatives: z.array(
    z.object({
      id: text,
      name: text,
      relationship: text,
      livesWith: flag,
      languages: z.array(SaidLanguage),
      interpreter: flag,
      authority: text,
      authorityFrom: maybe,
      authorityTo: maybe,
      revision: z.number(),
      ...stretch,
    }),
  ),
  orders: z.array(
    z.object({ id: text, relative: text, kind: text, documentSeen: z.boolean(), says: maybe, ...stretch }),
  ),
  contactPoints: z.array(
    z.object({
      id: text,
      relative: maybe,
      kind: text,
      value: text,
      extension: maybe,
      city: maybe,
      state: maybe,
      zip: maybe,
      county: maybe,
      voicemail: flag,
      textOk: flag,
      confidential: z.boolean(),
      seenBy: maybe,
      shareWith: z.array(text),
      revision: z.number(),
      ...stretch,
    }),
  ),
  identifiers: z.array(z.object({ kind: text, value: text, ...stretch })),
  coverage: z.array(
    z.object({
      id: text,
      kind: text,
      plan: maybe,
      planState: maybe,
      memberNumber: maybe,
      specialPrograms: z.array(text),
      revision: z.number(),
      ...stretch,
    }),
  ),
  presumptive: z.array(z.object({ step: text, on: text })),
  schools: z.array(
    z.object({
      id: text,
      name: text,
      district: maybe,
      grade: maybe,
      support: maybe,
      classification: maybe,
      lastIepOn: maybe,
      nextAnnualOn: maybe,
      nextReevaluationOn: maybe,
      consentToTalk: flag,
      revision: z.number(),
      ...stretch,
    }),
  ),
  alerts: z.array(z.object({ id: text, code: text, words: text, ...stretch })),
  /** Every yes on record, the earliest first: to the referral, and to care management. */
  given: z.array(
    z.object({
      id: text,
      purpose: text,
      by: maybe,
      authority: text,
      on: maybe,
      method: maybe,
      language: maybe,
      items: z.array(text),
      /** By whom and on which day it was taken back; older entries have the day alone. */
      takenBack: z
        .object({
          on: text,
          by: maybe,
          authority: maybe,
          reason: maybe,
          /** The codes of its own entry: two of one day are told apart by them. Null where another's taking back ended it. */
          entry: z.record(z.string(), z.unknown()).nullable(),
        })
        .nullable(),
    }),
  ),
  siblings: z.array(z.object({ chart: text, name: text })),
  /** Who may consent today, by matter; see `authority.ts`. People by id of relative, or `youth`. */
  consent: z.array(
    z.object({
      matter: text,
      may: z.array(text),
      ask: z.array(z.object({ person: text, why: text })),
      why: text,
    }),
  ),
});
export type FamilyRecord = z.output<typeof FamilyRecord>;
