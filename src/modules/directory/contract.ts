import { z } from 'zod';
import { command, id, isoDay, read } from '#modules/record/operation.ts';

const reason = z.string().trim().min(3).max(2000);
/** The revision the writer had before them; another than the one in force is answered 409 with both versions. */
const base = z.number().int();
const changed = z.object({ revision: z.number() });

export const readDirectory = read({
  name: 'directory.read',
  path: '/api/directory',
  says: 'Agencies of the programme, the counties each serves and since when, and what was changed.',
  permission: 'directory.read',
  audit: { none: 'nothing in the directory is about a person' },
  answer: z.object({
    today: z.string(),
    /** Which agencies this seat may mend: all of the programme, its own, or none. Counties are the administrator's (CSA) alone. */
    mends: z.enum(['all', 'own', 'none']),
    own: z.number(),
    agencies: z.array(
      z.object({
        id: z.number(),
        kind: z.string(),
        name: z.string(),
        shortName: z.string(),
        phone: z.string().nullable(),
        phoneSource: z.string().nullable(),
        website: z.string().nullable(),
        source: z.string(),
        confidence: z.string(),
        staffReach: z.string(),
        revision: z.number(),
      }),
    ),
    /** `revision` is of who serves it. */
    counties: z.array(z.object({ code: z.string(), name: z.string(), revision: z.number() })),
    areas: z.array(z.object({ agency: z.number(), county: z.string(), from: z.string(), to: z.string().nullable() })),
    changes: z.array(
      z.object({
        agency: z.number(),
        at: z.string(),
        by: z.string().nullable(),
        reason: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  }),
});

export const changeAgency = command({
  name: 'directory.change-agency',
  path: '/api/directory/agencies/:agency',
  says: 'Mends an agency’s telephone, web address or how far its staff reach; a telephone needs a source.',
  permission: 'directory.change',
  audit: { event: 'directory.agency-changed' },
  params: z.object({ agency: z.coerce.number().int() }),
  body: z
    .strictObject({
      id,
      base,
      phone: z.string().trim().max(40).nullable(),
      phoneSource: z.string().trim().max(300).nullable(),
      website: z.url({ protocol: /^https$/ }).nullable(),
      staffReach: z.enum(['agency', 'assigned']).nullish(),
      reason,
    })
    .refine((body) => body.phone === null || (body.phoneSource ?? '') !== '', {
      path: ['phoneSource'],
      message: 'a-number-needs-a-source',
    }),
  answer: changed,
});

export const changeServiceArea = command({
  name: 'directory.change-area',
  path: '/api/directory/areas',
  says: 'Says that from a day on an organization serves a county; the one before ends the day before.',
  permission: 'directory.change',
  audit: { event: 'directory.area-changed' },
  body: z.strictObject({ id, base, agency: z.number().int(), county: z.string().min(3).max(60), from: isoDay, reason }),
  answer: changed,
});
