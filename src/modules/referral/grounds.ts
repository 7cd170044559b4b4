/**
 * The six grounds of N.J.A.C. 10:73-3.5, in our own words: care management by a CMO needs the CSA to find any one of
 * them. The rule's other half (NJ FamilyCare, or served by the system of care without it) keeps nobody out: a youth
 * accepted here is served.
 */
export const GROUNDS = {
  'serious-challenge': 'Serious emotional or behavioral challenges that get in the way of daily life',
  'assessed-intensity': 'The assessment shows a need for care at the intensity of a CMO',
  'several-agencies':
    'Other agencies are involved: child protection, crisis services, court, juvenile justice, providers',
  'treatment-disruption': 'Risk that treatment away from home breaks down',
  rehospitalization: 'Risk of going back to a psychiatric hospital',
  'leaving-home': 'Risk of having to live away from home or community',
} as const;

export type GroundCode = keyof typeof GROUNDS;
export const GROUNDS_SOURCE = 'N.J.A.C. 10:73-3.5';
