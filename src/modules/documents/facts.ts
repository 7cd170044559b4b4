import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

const LEVELS = z.enum(['a-plus', 'a', 'b']);

/** Unusual incidents and their reports. */
export const documentFacts = [
  factKind('incident.occurred', 'An unusual incident happened.', {
    incident: z.string(),
    level: LEVELS,
    media: z.boolean().optional(),
  }),
  factKind('incident.reported', 'The first report of an incident was made.', {
    incident: z.string(),
    how: z.array(z.enum(['system', 'telephone'])).optional(),
  }),
  factKind('incident.followed-up', 'A follow-up report of an incident was made.', { incident: z.string() }),
  factKind('incident.closed', 'An incident was closed.', { incident: z.string() }),
  factKind('notice.given', 'A notice was given to somebody who takes part.', {
    about: z.enum(['transition', 'discharge', 'appeal-right', 'other']),
    to: z.enum(['next-agency', 'family', 'court', 'child-protection', 'provider', 'payer']),
    transition: z.string().optional(),
  }),
] as const;
