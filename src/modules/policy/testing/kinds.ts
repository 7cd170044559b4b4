import { consentFacts } from '#modules/consent/facts.ts';
import { contactFacts } from '#modules/contacts/facts.ts';
import { directoryFacts } from '#modules/directory/facts.ts';
import { documentFacts } from '#modules/documents/facts.ts';
import { dutyFacts } from '#modules/duties/facts.ts';
import { enrolmentFacts } from '#modules/enrolment/facts.ts';
import type { FactKind } from '#modules/facts/model.ts';
import { outOfHomeFacts } from '#modules/out-of-home/facts.ts';
import { planFacts } from '#modules/plan/facts.ts';
import { referralFacts } from '#modules/referral/facts.ts';
import { teamFacts } from '#modules/team/facts.ts';
import { youthFacts } from '#modules/youth/facts.ts';
import { policyFacts } from '../facts.ts';

/** Every kind of fact, for tests and benchmarks of the engine; the program itself registers them in `main`. */
export const ALL_KINDS: readonly FactKind[] = [
  ...referralFacts,
  ...enrolmentFacts,
  ...contactFacts,
  ...youthFacts,
  ...consentFacts,
  ...planFacts,
  ...teamFacts,
  ...outOfHomeFacts,
  ...directoryFacts,
  ...documentFacts,
  ...dutyFacts,
  ...policyFacts,
];
