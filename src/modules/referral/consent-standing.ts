import type { AuthorityCode, CallerCode, RelationshipCode } from './codes.ts';
import type { ReviewTask } from './review-tasks.ts';

/** New Jersey: from this age a young adult consents alone (CSA, "who may call"). */
export const CONSENTS_FROM_AGE = 18;
/**
 * Services run from this age, in completed years, to the day before the 21st birthday; younger needs special
 * consideration.
 */
export const SERVED_FROM_AGE = 5;
export const SERVED_BEFORE_AGE = 21;

/** Whose consent counts for a referral and by what authority, as far as the record shows. */
export interface ConsentStanding {
  readonly by: 'youth' | 'caregiver' | 'nobody-named';
  readonly authority: AuthorityCode;
  /** What a person must confirm about it. */
  readonly tasks: readonly ReviewTask[];
}

interface Standing {
  /** Completed years. */
  readonly age: number;
  readonly caller: CallerCode;
  readonly relationship: RelationshipCode;
  readonly caregiverNamed: boolean;
}

/**
 * Ordered questions. A foster parent, a grandparent or another relative may hold the say or may not: being the
 * caregiver does not show it, so somebody asks. From 18 on the caregiver's word is not the young adult's.
 */
export function consentStanding({ age, caller, relationship, caregiverNamed }: Standing): ConsentStanding {
  if (age >= SERVED_BEFORE_AGE) {
    return {
      by: 'youth',
      authority: 'to-confirm',
      tasks: [{ code: 'over-21', field: 'date_of_birth', detail: { age } }],
    };
  }
  if (age >= CONSENTS_FROM_AGE) {
    const authority = caller === 'youth' ? 'self' : 'to-confirm';
    return { by: 'youth', authority, tasks: [{ code: 'adult-consent', field: 'date_of_birth', detail: { age } }] };
  }
  if (!caregiverNamed) {
    const tasks = [{ code: 'guardian-missing', field: 'guardian_last_name' }] as const;
    return { by: 'nobody-named', authority: 'to-confirm', tasks };
  }
  if (relationship === 'mother' || relationship === 'father' || relationship === 'parent') {
    return { by: 'caregiver', authority: 'parent', tasks: [] };
  }
  if (relationship === 'legal-guardian') return { by: 'caregiver', authority: 'legal-guardian', tasks: [] };
  const tasks = [{ code: 'authority', field: 'guardian_relationship', detail: { relationship } }] as const;
  return { by: 'caregiver', authority: 'to-confirm', tasks };
}
