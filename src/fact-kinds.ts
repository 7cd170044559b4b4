import { consentFacts } from '#modules/consent/facts.ts';
import { contactFacts } from '#modules/contacts/facts.ts';
import { directoryFacts } from '#modules/directory/facts.ts';
import { documentFacts } from '#modules/documents/facts.ts';
import { dutyFacts } from '#modules/duties/facts.ts';
import { enrolmentFacts } from '#modules/enrolment/facts.ts';
import { FactRegistry } from '#modules/facts/registry.ts';
import { outOfHomeFacts } from '#modules/out-of-home/facts.ts';
import { planFacts } from '#modules/plan/facts.ts';
import { policyFacts } from '#modules/policy/facts.ts';
import { referralFacts } from '#modules/referral/facts.ts';
import { teamFacts } from '#modules/team/facts.ts';
import { youthFacts } from '#modules/youth/facts.ts';

/** Every kind of fact the slices declare: what the policy packs are checked against. */
export const factKinds = new FactRegistry([
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
]);
