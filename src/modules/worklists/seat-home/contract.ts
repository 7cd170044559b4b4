import { z } from 'zod';
import { read } from '#modules/record/operation.ts';

/** A youth this seat is related to today. */
export const RelatedYouth = z.object({
  chart: z.string(),
  /** Null for a seat that may open no chart: the relation is known, the youth stays unnamed. */
  name: z.string().nullable(),
  relation: z.string(),
  /** `YYYY-MM-DD`. */
  since: z.string(),
  until: z.string().nullable(),
  careManager: z.string().nullable(),
});
export type RelatedYouth = z.output<typeof RelatedYouth>;

export const readSeatHome = read({
  name: 'worklists.seat-home',
  path: '/api/seat-home',
  says: 'What a seat begins with: its organization and how to call it, its own time on call, and the youth it is related to.',
  permission: 'session.own',
  audit: { event: 'seat-home.read' },
  answer: z.object({
    today: z.string(),
    programme: z.string(),
    /** The reader's own language. */
    language: z.enum(['en', 'es']),
    agency: z.object({ name: z.string(), phone: z.string().nullable(), zone: z.string() }),
    /** The seat's own shift that runs now, or else its next one; instants. Null when there is none. */
    shift: z.object({ from: z.string(), to: z.string(), now: z.boolean() }).nullable(),
    youth: z.array(RelatedYouth),
  }),
});
