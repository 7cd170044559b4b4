import { z } from 'zod';
import { factKind } from '#modules/facts/kind.ts';

/** What is known of the youth beyond any service. */
export const youthFacts = [
  factKind('youth.born', 'The day of birth was recorded; `on` is that day.', { estimated: z.boolean().optional() }),
  factKind('youth.died', 'The youth died.', {}),
  factKind('coverage.recorded', 'Who pays, as an eligibility file or a card says.', {
    payer: z.enum(['medicaid', 'csoc-only', 'private', 'fee-for-service', 'performcare', 'none', 'unknown']),
    plan: z.string().optional(),
  }),
  factKind('medicaid.application-filed', 'An application for Medicaid or NJ FamilyCare was filed.', {
    presumptive: z.boolean().optional(),
  }),
  factKind('presumptive.certified', 'Presumptive eligibility was found for the youth.', {}),
  factKind('presumptive.sent', 'The certificate of presumptive eligibility was sent to the state.', {}),
  factKind('school.iep-held', 'The school held a meeting about the individualized education program.', {
    type: z.enum(['initial', 'annual', 'triennial', 'amendment']),
  }),
  factKind('school.referred', 'The youth was referred to the child study team.', {}),
  factKind('school.meeting-held', 'The school met about a referral to the child study team.', {}),
  factKind('school.consent-given', 'A parent agreed to the evaluation by the school.', {}),
  factKind('adult-services.applied', 'An application to the adult system was filed.', {
    system: z.enum(['ddd', 'ssi', 'adult-mental-health']),
  }),
  factKind('developmental-disability.determined', 'Eligibility for developmental disability services was determined.', {
    eligible: z.boolean(),
  }),
] as const;
