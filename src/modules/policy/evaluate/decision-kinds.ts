/** The kinds of facts with which people decide about a duty, as `duties/facts.ts` declares them. */
export const DECISION_KINDS = ['duty.exempted', 'duty.delegated', 'duty.attested', 'duty.reopened'] as const;
export const OVERRIDE_KIND = 'gate.overridden';
