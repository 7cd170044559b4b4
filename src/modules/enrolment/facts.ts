import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

/** One period with one agency, who is accountable in it, and how it ends. */
export const enrolmentFacts = [
  factKind('enrolment.started', 'Care management by the agency began.', {
    enrolment: z.string().optional(),
    service: z.enum(['care-management', 'intensive', 'resource-coordination', 'blended']).optional(),
  }),
  factKind('enrolment.ended', 'Care management by the agency ended.', {
    enrolment: z.string().optional(),
    ground: z.enum([
      'goals-met',
      'not-yet-reached',
      'moved-away',
      'missing',
      'written-request',
      'aged-out',
      'transferred',
      'non-participation',
      'died',
      'other',
    ]),
  }),
  factKind('accountable.assigned', 'One care manager became the single point of accountability.', {
    person: z.string(),
  }),
  factKind('transition.planned', 'The day of the transition out of care management was planned; `on` is that day.', {
    transition: z.string().optional(),
    to: z
      .enum(['natural-supports', 'other-case-management', 'adult-mental-health', 'ddd', 'other-county', 'other'])
      .optional(),
  }),
  factKind('outreach.started', 'The family is not yet reached, and active outreach began.', {}),
  factKind('outreach.ended', 'Active outreach ended: the family was reached, or the team decided otherwise.', {}),
  factKind('discharge.requested', 'A parent, guardian or young adult asked in writing for services to end.', {
    by: z.enum(['parent', 'guardian', 'young-adult']),
  }),
  factKind('family.moved-away', 'The family moved out of the area for good.', {}),
  factKind('linkage.confirmed', 'A service or support that takes over was confirmed in place.', {
    transition: z.string().optional(),
    domain: z.string().optional(),
  }),
  factKind('discharge.weighed', 'Before ending for lack of contact, one consideration was weighed and written down.', {
    item: z.enum(['circumstances', 'clinical-situation', 'risk-factors', 're-engagement']),
    high_risk: z.boolean().optional(),
  }),
  factKind('discharge.cause-judged', 'A named person judged whether declining stems from illness.', {
    illness_related: z.enum(['yes', 'no', 'unsure']),
  }),
  factKind('discharge-summary.submitted', 'The discharge summary was sent to the payer.', {}),
] as const;
