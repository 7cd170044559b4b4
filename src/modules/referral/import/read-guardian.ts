import { readTelephone } from '#modules/youth/telephone.ts';
import { RELATIONSHIPS } from '../codes.ts';
import type { ReferralDraft } from '../model.ts';
import { readRelationship } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';
import { codedOr, readCoded } from './read-coded.ts';

interface ReadGuardian {
  readonly guardian: ReferralDraft['guardian'];
  readonly tasks: readonly ReviewTask[];
}

/**
 * Reads the caregiver. A telephone number that cannot be read does not keep the youth out: the words stay (`call the
 * school` is worth knowing) and somebody is asked for another way to reach the family, because the first call is due
 * within a day.
 */
export function readGuardian(cells: CleanCells): ReadGuardian {
  const relationship = readCoded(cells.guardian_relationship, RELATIONSHIPS, readRelationship, {
    field: 'guardian_relationship',
    code: 'value-unknown',
  });
  const written = cells.guardian_phone;
  const telephone = readTelephone(written);
  const tasks = [...relationship.tasks];
  if (!telephone.ok) {
    const missing = telephone.reason === 'missing';
    tasks.push({
      code: missing ? 'telephone-missing' : 'telephone-unreadable',
      field: 'guardian_phone',
      ...(missing ? {} : { detail: { value: written, reason: telephone.reason } }),
    });
  }
  return {
    guardian: {
      firstName: cells.guardian_first_name || null,
      lastName: cells.guardian_last_name || null,
      relationship: codedOr(relationship, 'unknown', 'other'),
      telephone: telephone.ok ? telephone.e164 : null,
      telephoneExtension: telephone.ok ? telephone.extension : null,
      telephoneAsReported: telephone.ok ? null : written || null,
      email: cells.guardian_email || null,
    },
    tasks,
  };
}
