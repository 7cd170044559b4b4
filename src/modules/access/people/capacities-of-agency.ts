import type { Capacity } from '../model.ts';

export type AgencyKind = 'cmo' | 'csa' | 'fso' | 'mco' | 'payer' | 'tcm-provider' | 'county';

const HOUSE = ['agency-lead', 'quality', 'administrator', 'privacy-officer'] as const;
const FAMILY = ['youth', 'caregiver', 'natural-support'] as const;

/**
 * Which capacities an administrator may give in which kind of agency. Capacities that reach across a whole programme
 * exist only where that is the agency's task: nobody can make themselves one by administering something else.
 */
const CAPACITIES_OF = {
  cmo: [
    'care-manager',
    'supervisor',
    'on-call',
    'pe-coordinator',
    'court-liaison',
    ...HOUSE,
    ...FAMILY,
    'reviewer',
    'provider',
  ],
  csa: ['csa-coordinator', 'statewide', 'reviewer', ...HOUSE],
  fso: ['family-support-partner', ...HOUSE],
  mco: ['provider', ...HOUSE],
  payer: ['clinical-care-manager', 'reviewer', ...HOUSE],
  'tcm-provider': ['targeted-case-manager', 'tcm-supervisor', 'on-call', ...HOUSE, ...FAMILY, 'reviewer', 'provider'],
  county: ['reviewer', 'provider', ...HOUSE],
} as const satisfies Record<AgencyKind, readonly Capacity[]>;

export const capacitiesOf = (kind: AgencyKind): readonly Capacity[] => CAPACITIES_OF[kind];
