import type { Programme } from '#modules/facts/model.ts';
import type { IsoDay } from '#shared/calendar-day.ts';

/** The capacities a seat can have. The database's `capacity` table holds reach and categories for each. */
export const CAPACITIES = [
  'care-manager',
  'supervisor',
  'agency-lead',
  'quality',
  'administrator',
  'privacy-officer',
  'on-call',
  'pe-coordinator',
  'court-liaison',
  'csa-coordinator',
  'family-support-partner',
  'youth',
  'caregiver',
  'natural-support',
  'reviewer',
  'provider',
  'targeted-case-manager',
  'tcm-supervisor',
  'clinical-care-manager',
  'statewide',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const CAPACITY_LABEL = {
  'care-manager': 'Care manager',
  supervisor: 'Supervisor',
  'agency-lead': 'Agency lead',
  quality: 'Quality',
  administrator: 'Administrator',
  'privacy-officer': 'Privacy officer',
  'on-call': 'On-call worker',
  'pe-coordinator': 'Presumptive eligibility coordinator',
  'court-liaison': 'Court liaison',
  'csa-coordinator': 'CSA care coordinator',
  'family-support-partner': 'Family support partner',
  youth: 'Youth',
  caregiver: 'Parent or caregiver',
  'natural-support': 'Natural support',
  reviewer: 'Reviewer',
  provider: 'Provider',
  'targeted-case-manager': 'Targeted case manager',
  'tcm-supervisor': 'TCM supervisor',
  'clinical-care-manager': 'Clinical care manager',
  statewide: 'Statewide NJCMO',
} as const satisfies Record<Capacity, string>;

export const RELATIONS = [
  'accountable',
  'cover',
  'supervisor',
  'on-call',
  'team-member',
  'guardian',
  'self',
  'court-liaison',
  'reviewer',
  'family-support',
  'emergency',
] as const;
/** How a seat is related to one chart today; each is dated in the database. */
export type Relation = (typeof RELATIONS)[number];

/** Who acts: what `enter()` derived from the database for this session and seat. */
export interface Actor {
  readonly session: string;
  readonly person: string;
  readonly seat: string;
  readonly capacity: Capacity;
  readonly agency: number;
  readonly programme: Programme;
  readonly name: string;
  readonly zone: string;
  readonly today: IsoDay;
  readonly locale: 'en' | 'es';
  readonly through: 'staff' | 'assigned' | 'person';
  /** Proved a second time who they are within the last ten minutes, by the database's clock. */
  readonly steppedUp: boolean;
}
