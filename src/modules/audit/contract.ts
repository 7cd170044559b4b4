import { z } from 'zod';
import { ask, command, id, isoDay, read } from '#modules/record/operation.ts';

export const OUTCOMES = ['done', 'refused', 'looked'] as const;

export const AuditRow = z.object({
  id: z.number(),
  at: z.string(),
  /** Who it was, for asking for their rows only; null where the program itself did it. */
  person: z.string().nullable(),
  name: z.string().nullable(),
  capacity: z.string().nullable(),
  operation: z.string(),
  /** What it is, or, of a refusal, what it would have been. */
  event: z.string(),
  outcome: z.enum(OUTCOMES),
  chart: z.string().nullable(),
  chartNumber: z.number().nullable(),
  /** Codes and references only. */
  details: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
});
export type AuditRow = z.output<typeof AuditRow>;

/** Somebody who stands in the reader's trail, with the organization they act for. */
export const TrailPerson = z.object({ id: z.string(), name: z.string(), agency: z.string().nullable() });
export type TrailPerson = z.output<typeof TrailPerson>;

export const readTrail = read({
  name: 'audit.trail',
  path: '/api/audit/trail',
  says: 'Who did or saw what, newest first: of the agency’s own people, and on charts it held then. By chart, also the lists and searches that showed it.',
  permission: 'audit.read',
  audit: { event: 'audit.trail-read' },
  query: z.object({
    person: z.uuid().optional(),
    chart: z.uuid().optional(),
    number: z.coerce.number().int().positive().optional(),
    /** An event; what was refused on the way to it is found with it. */
    operation: z.string().max(80).optional(),
    outcome: z.enum(OUTCOMES).optional(),
    /** `youth` leaves out looks that showed none: counts, colleagues, rules. */
    showing: z.enum(['all', 'youth']).default('all'),
    from: isoDay.optional(),
    to: isoDay.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    before: z.coerce.number().int().positive().optional(),
  }),
  /** `more` is the `before` of the next page; null on the last. `person` is who was asked for, where they stand in this trail. */
  answer: z.object({ rows: z.array(AuditRow), more: z.number().nullable(), person: TrailPerson.nullable() }),
});

export const findPeopleInTrail = ask({
  name: 'audit.find-people',
  path: '/api/audit/people',
  says: 'People who stand in the reader’s trail, of whichever organization, by how their first or last name begins; accents are forgiven.',
  permission: 'audit.read',
  audit: { event: 'audit.people-found' },
  body: z.strictObject({ text: z.string().trim().min(2).max(100), limit: z.number().int().min(1).max(50).default(20) }),
  answer: z.object({ people: z.array(TrailPerson) }),
});

const SealShown = z.object({ number: z.number(), era: z.number(), sealedAt: z.string(), head: z.string() });

export const readSeals = read({
  name: 'audit.seals',
  path: '/api/audit/seals',
  says: 'How far the seals have come: the last one, and what waits for the next.',
  permission: 'audit.read',
  audit: { none: 'counts of the whole installation, about nobody' },
  answer: z.object({ last: SealShown.nullable(), unsealed: z.number(), unsealedSince: z.string().nullable() }),
});

export const verifySeals = read({
  name: 'audit.verify',
  path: '/api/audit/verification',
  says: 'Works every digest, root and head out again, and compares them with the heads kept outside the database.',
  permission: 'audit.read',
  audit: { event: 'audit.verified' },
  answer: z.object({
    ok: z.boolean(),
    seals: z.number(),
    events: z.number(),
    unsealed: z.number(),
    headsOutside: z.boolean(),
    lost: z.array(z.object({ from: z.number(), to: z.number(), beforeEra: z.number() })),
    problems: z.array(
      z.object({
        code: z.string(),
        seal: z.number().optional(),
        event: z.number().optional(),
        era: z.number().optional(),
      }),
    ),
  }),
});

export const requestRedaction = command({
  name: 'audit.request-redaction',
  path: '/api/audit/redactions',
  says: 'Asks that the details of one sealed audit row go, as a court ordered. Nothing changes until another privacy officer confirms.',
  permission: 'audit.redact',
  audit: { event: 'audit.redaction-requested' },
  body: z.strictObject({
    id,
    event: z.number().int().positive(),
    courtOrder: z.string().trim().min(3).max(200),
    reason: z.string().trim().min(3).max(2000),
  }),
  answer: z.object({ redaction: id }),
});

export const confirmRedaction = command({
  name: 'audit.confirm-redaction',
  path: '/api/audit/redactions/:redaction/confirmation',
  says: 'Confirms, as another person than the one who asked: the details go for good, the chain still verifies.',
  permission: 'audit.redact',
  audit: { event: 'audit.redaction-confirmed' },
  params: z.object({ redaction: id }),
  body: z.strictObject({ id }),
  answer: z.object({}),
});

export const listRedactions = read({
  name: 'audit.redactions',
  path: '/api/audit/redactions',
  says: 'Redactions asked for and confirmed, newest first.',
  permission: 'audit.read',
  audit: { event: 'audit.redactions-listed' },
  answer: z.object({
    redactions: z.array(
      z.object({
        id,
        event: z.number(),
        courtOrder: z.string(),
        reason: z.string(),
        requestedBy: z.string().nullable(),
        requestedAt: z.string(),
        confirmedBy: z.string().nullable(),
        confirmedAt: z.string().nullable(),
        mayConfirm: z.boolean(),
      }),
    ),
  }),
});
