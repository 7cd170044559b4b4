import type { Capacity } from '#modules/access/model.ts';

/** Relations somebody gives by hand. Who is accountable, covers, supervises or is on call is said elsewhere. */
export const GIVEN_KINDS = ['team-member', 'family-support', 'guardian', 'self', 'court-liaison', 'reviewer'] as const;
export type GivenKind = (typeof GIVEN_KINDS)[number];

/** As what somebody of a capacity may be related to a chart; nothing for those left out. */
export const KINDS_OF: Readonly<Partial<Record<Capacity, readonly GivenKind[]>>> = {
  caregiver: ['guardian'],
  youth: ['self'],
  'court-liaison': ['court-liaison'],
  reviewer: ['reviewer'],
  'family-support-partner': ['family-support', 'team-member'],
  provider: ['team-member'],
  'natural-support': ['team-member'],
  'care-manager': ['team-member'],
  supervisor: ['team-member'],
  'on-call': ['team-member'],
  'pe-coordinator': ['team-member'],
  'targeted-case-manager': ['team-member'],
  'tcm-supervisor': ['team-member'],
};

/** Capacities in which somebody works for the organization whose seat they hold; of its other seats it is the host only. */
export const STAFF: ReadonlySet<Capacity> = new Set([
  'care-manager',
  'supervisor',
  'on-call',
  'pe-coordinator',
  'court-liaison',
  'targeted-case-manager',
  'tcm-supervisor',
]);

/** The youth, and who has the say for them: what is theirs to see does not rest on their yes to care management. */
export const OWN_RECORD: ReadonlySet<GivenKind> = new Set(['guardian', 'self']);

/** Whether a relation stands today, has still to begin, or is over. */
export type Standing = 'now' | 'to-come' | 'over';

/** `YYYY-MM-DD` days; `over` also where it was ended before its day was out. */
export function standingOf({ from, over }: { readonly from: string; readonly over: boolean }, today: string): Standing {
  if (over) return 'over';
  return from > today ? 'to-come' : 'now';
}
