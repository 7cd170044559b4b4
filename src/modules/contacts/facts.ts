import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';
import { HOW, PLACES, WITH_WHOM } from './model.ts';

const PEOPLE = z.enum(WITH_WHOM);
const WAYS = z.enum(HOW);
/** Where a contact of the record may have been: a jail is told by files and rules, the note's form does not offer it. */
const WHERE = z.enum([...PLACES, 'jail']);

/** Who was reached, who was tried, and what was sent. */
export const contactFacts = [
  factKind('contact.made', 'Somebody was reached and spoken with, or written with.', {
    contact: z.string().optional(),
    with: z.array(PEOPLE).min(1),
    how: WAYS,
    where: WHERE.optional(),
    topics: z.array(z.string()).optional(),
    /** What was settled with the youth after a hospital stay. */
    settles: z.array(z.enum(['medication', 'appointments', 'aftercare'])).optional(),
    /** Appointments named, each by reference with its day. */
    appointments: z.array(z.strictObject({ appointment: z.string(), on: z.iso.date() })).optional(),
    /** Of a contact by telephone or video. */
    minutes: z.number().int().nonnegative().optional(),
    face_minutes: z.number().int().nonnegative().optional(),
    interpreter: z.enum(['none-needed', 'used', 'not-available']).optional(),
  }),
  factKind('contact.attempted', 'Somebody was tried and not reached.', {
    contact: z.string().optional(),
    with: z.array(PEOPLE).min(1),
    how: WAYS,
    scheduled: z.boolean().optional(),
  }),
  factKind('letter.sent', 'A letter to the family went out.', {
    about: z.enum(['outreach', 'transition', 'appeal', 'other']),
    certified: z.boolean().optional(),
    copies: z.array(z.enum(['referrer', 'child-protection', 'family-court', 'other'])).optional(),
  }),
  factKind('search.made', 'Somebody looked for a youth who is missing or not yet reached.', {
    with: z.array(z.enum(['family', 'family-support', 'police', 'child-protection', 'school', 'other'])).optional(),
  }),
  factKind('missing.started', 'The youth went missing.', { episode: z.string().optional() }),
  factKind('missing.ended', 'The youth is no longer missing.', { episode: z.string().optional() }),
  factKind('missing.reported', 'A provider told the agency that the youth was absent without leave.', {
    episode: z.string().optional(),
    to: z.array(z.enum(['care-management', 'child-protection', 'parent'])),
  }),
] as const;
