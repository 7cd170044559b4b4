import { ageOn, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import type { Problem } from '#shared/result.ts';
import { consentStanding, SERVED_FROM_AGE } from '../consent-standing.ts';
import type { ReferralDraft } from '../model.ts';
import { readYesNo } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import { type CleanCells, cleanCell, cleanCells } from './clean-cells.ts';
import type { RowCells } from './columns.ts';
import { cleanFingerprint, rowFingerprint } from './fingerprint.ts';
import { type MendedByHand, type MendedRow, mendedBefore, sameYouth } from './mended-before.ts';
import type { Note } from './note.ts';
import { readCodes } from './read-codes.ts';
import { readConsent } from './read-consent.ts';
import { readDay } from './read-day.ts';
import { readDomains } from './read-domains.ts';
import { readEssentials } from './read-essentials.ts';
import { readGuardian } from './read-guardian.ts';
import { type Places, readPlace } from './read-place.ts';
import { senderOf } from './sender.ts';
import { textTasks } from './text-tasks.ts';

/** What a row is read against. */
export interface ImportContext extends Places {
  /** The day of the import in New Jersey; ages are counted on it. */
  readonly today: CalendarDay;
  /** Who sent the file; with the row's own number it names the referral. */
  readonly source: string;
  /** What is already here from this source: external id to the hash of its row. */
  readonly knownExternalIds: ReadonlyMap<string, string>;
  /** Whose row of a file from this source somebody mended in the form. */
  readonly mendedByHand: readonly MendedByHand[];
  /** Rows that somebody mended in the form, by what they were called while they were wrong. */
  readonly mendedRows?: ReadonlyMap<string, readonly MendedRow[]>;
  /** SHA-256 of a text in lower-case hex. */
  readonly hash: (text: string) => string;
}

export type ReadRow =
  | { readonly kind: 'unreadable'; readonly rowHash: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'already-here'; readonly rowHash: string; readonly externalId: string }
  | {
      readonly kind: 'readable';
      readonly rowHash: string;
      readonly draft: ReferralDraft;
      readonly tasks: readonly ReviewTask[];
      readonly notes: readonly Note[];
    };

/**
 * Reads one row. Unreadable is only what nobody can register: a name, a birth day or a received day that is missing or
 * impossible, a text too long, a number that already belongs to another row. Everything else comes in, with the tasks a
 * person must do. `was`: what the row was called when it came back to be mended, where the file says so; with another youth in it, it is a
 * row of its own.
 */
export function readRow(row: RowCells, context: ImportContext, was: string | null = null): ReadRow {
  const cells = cleanCells(row);
  const rowHash = context.hash(cleanFingerprint(cells));
  const externalId = cells.referral_id || numberFrom(rowHash);
  const known = context.knownExternalIds.get(externalId);
  if (known === rowHash) return { kind: 'already-here', rowHash, externalId };
  const byHand = was === null ? [] : (context.mendedRows?.get(was) ?? []);
  const same = byHand.find(({ youth }) => youth !== null && sameYouth(youth, saidOf(cells, context.today)));
  if (same) return { kind: 'already-here', rowHash, externalId: same.externalId };
  const essentials = readEssentials(cells, context.today);
  if (was !== null && byHand.some(({ youth }) => youth === null)) {
    const question: Problem = { field: 'kinfold_row', code: 'row-mended-before', detail: { value: was } };
    return { kind: 'unreadable', rowHash, problems: essentials.ok ? [question] : [question, ...essentials.error] };
  }
  const mended = essentials.ok && mendedBefore(context.mendedByHand, cells.referral_id, essentials.value);
  if (mended) return { kind: 'already-here', rowHash, externalId: mended.externalId };
  if (!essentials.ok || known !== undefined) {
    const conflict = usedBefore(externalId, context.source);
    const problems = essentials.ok ? [] : essentials.error;
    return { kind: 'unreadable', rowHash, problems: known === undefined ? problems : [conflict, ...problems] };
  }
  return { kind: 'readable', rowHash, ...readRest(cells, { ...essentials.value, externalId, context }) };
}

/** By what a youth is known again, also in a row that cannot be read. */
function saidOf(cells: CleanCells, today: CalendarDay) {
  const born = readDay(cells.date_of_birth, today);
  const birthDay = born.ok ? born.day : null;
  return { firstName: cells.youth_first_name, lastName: cells.youth_last_name, birthDay };
}

/** A number that is another row's already, of the same sender. */
export function usedBefore(value: string, source: string): Problem {
  const sender = senderOf(source);
  return { field: 'referral_id', code: 'id-used-before', detail: sender === null ? { value } : { value, sender } };
}

/** The number a referral of this row has: its own, or one that follows from what the row says. */
export function externalIdOf(row: RowCells, hash: ImportContext['hash']): string {
  return cleanCell(row, 'referral_id') || numberFrom(hash(rowFingerprint(row)));
}

/** A row without a number of its own is named by what it says, so that the same file twice changes nothing. */
export const numberFrom = (rowHash: string): string => `row-${rowHash.slice(0, 16)}`;

type Known = Extract<ReturnType<typeof readEssentials>, { ok: true }>['value'] & {
  readonly externalId: string;
  readonly context: ImportContext;
};

function readRest(cells: CleanCells, known: Known) {
  const { context, birthDay, received } = known;
  const age = ageOn(birthDay, context.today);
  const place = readPlace(cells, context);
  const guardian = readGuardian(cells);
  const domains = readDomains(cells.domains);
  const codes = readCodes(cells);
  const caregiver = `${cells.guardian_first_name} ${cells.guardian_last_name}`.trim();
  const standing = consentStanding({
    age,
    caller: codes.caller.code,
    relationship: guardian.guardian.relationship.code,
    caregiverNamed: caregiver !== '',
  });
  const youth = `${known.firstName} ${known.lastName}`;
  const consent = readConsent(cells, { standing, youth, caregiver, on: received.on });
  const draft: ReferralDraft = {
    source: context.source,
    externalId: known.externalId,
    receivedOn: received.on,
    receivedAt: received.at,
    caller: codes.caller,
    youth: {
      firstName: known.firstName,
      lastName: known.lastName,
      preferredName: orNull(cells.preferred_name),
      birthDay: isoDay(birthDay),
      gender: codes.gender,
      ...codes.languages,
      interpreterNeeded: readYesNo(cells.interpreter_needed),
    },
    address: place.address,
    guardian: guardian.guardian,
    domains: domains.domains,
    otherDomains: domains.otherDomains,
    situation: cells.situation,
    consent: consent.consent,
    intensity: codes.intensity,
    healthPlan: codes.healthPlan,
    medicaidId: orNull(cells.medicaid_id),
    school: orNull(cells.school),
    cyberId: orNull(cells.cyber_id),
  };
  const underFive = { code: 'under-5', field: 'date_of_birth', detail: { age } } as const;
  const tasks = [
    ...(age < SERVED_FROM_AGE ? [underFive] : []),
    ...standing.tasks,
    ...consent.tasks,
    ...place.tasks,
    ...domains.tasks,
    ...guardian.tasks,
    ...codes.tasks,
    ...textTasks(cells),
  ];
  return { draft, tasks, notes: [...known.notes, ...place.notes] };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
