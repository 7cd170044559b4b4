import { randomBytes } from 'node:crypto';
import type { Command } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { openChart } from '#modules/youth/commands/open-chart.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { uuidv7 } from '#shared/ids.ts';
import type { CallerCode } from '../codes.ts';
import { ASK_WHETHER_HERE } from '../here-already/ask-whether-here.ts';
import type { ReferralDraft } from '../model.ts';
import type { ReviewTask } from '../review-tasks.ts';
import { languagesTold } from '../told-languages.ts';

/** Who called, in the words the rules use. */
export const SOURCE_OF = {
  parent: 'parent',
  youth: 'youth',
  'mobile-response': 'mobile-response',
  school: 'school',
  hospital: 'crisis-inpatient',
  court: 'court',
  'child-protection': 'child-protection',
  provider: 'clinical-provider',
  'substance-use-assessor': 'other',
  detention: 'detention',
  'another-cmo': 'other-county',
  other: 'other',
  unknown: 'other',
} as const satisfies Record<CallerCode, string>;

let pool = Buffer.alloc(0);
/** Ten random bytes, drawn from the system by the thousand: a file of referrals needs a dozen ids a row. */
function randomTen(): Uint8Array {
  if (pool.length < 10) pool = randomBytes(5000);
  const ten = pool.subarray(0, 10);
  pool = pool.subarray(10);
  return ten;
}

export interface Registration {
  readonly referral: string;
  readonly chart: string;
  readonly draft: ReferralDraft;
  readonly tasks: readonly ReviewTask[];
  readonly fingerprint?: string | undefined;
  /** Set when a care management organization records what the administrator sent. */
  readonly document?: string;
}

/** Opens the chart, keeps the referral as it was registered, and opens a task for each thing a person must look at. */
export async function registerReferral(
  command: Command,
  registration: Registration,
): Promise<{ chart: string; tasks: string[] }> {
  if (command.chart) throw new Refusal(409, 'chart-already-there');
  const { draft, chart, tasks } = registration;
  const newId = () => uuidv7(command.nowMs, randomTen());
  const receivedAt = draft.receivedAt ?? `${draft.receivedOn}T12:00:00Z`;
  await openChart(command, chart, youthOf(draft, newId), newId);
  command.record({
    kind: 'referral.received',
    on: draft.receivedOn,
    at: receivedAt,
    data: { referral: registration.referral, source: SOURCE_OF[draft.caller.code] },
    category: 'general',
    source: { table: 'referral', id: registration.referral },
  });
  await addReferral(command, registration, receivedAt);
  for (const task of tasks) {
    await addRow(command.db, 'review_task', {
      ...command.labels(),
      id: newId(),
      code: task.code,
      detail: { field: task.field, ...task.detail },
    });
  }
  // Whoever works by charts compares with those; with the rest of the agency's it is compared for whoever sees both.
  if (command.actor.through === 'assigned') command.job(ASK_WHETHER_HERE, { chart });
  command.detail(
    'tasks',
    tasks.map((task) => task.code),
  );
  return { chart, tasks: tasks.map((task) => task.code) };
}

async function addReferral(command: Command, registration: Registration, receivedAt: string): Promise<void> {
  const { draft } = registration;
  await addRow(command.db, 'referral', {
    ...command.labels(),
    id: registration.referral,
    source: draft.source,
    external_id: draft.externalId,
    fingerprint: registration.fingerprint,
    received_at: receivedAt,
    registered_by: command.actor.seat,
    recorded_for: registration.document ? 'csa' : null,
    document: registration.document,
    caller: draft.caller.code,
    domains: draft.domains,
    situation: draft.situation,
    intensity: draft.intensity,
    consent: draft.consent,
    as_registered: draft,
  });
}

function youthOf(draft: ReferralDraft, newId: () => string): Parameters<typeof openChart>[2] {
  const { youth, address, guardian } = draft;
  const caregiverName = [guardian.firstName, guardian.lastName].filter(Boolean).join(' ');
  const identifiers = [
    { kind: 'referral' as const, value: draft.externalId },
    ...(draft.cyberId ? [{ kind: 'cyber' as const, value: draft.cyberId }] : []),
    ...(draft.medicaidId ? [{ kind: 'medicaid' as const, value: draft.medicaidId }] : []),
  ];
  return {
    first: youth.firstName,
    last: youth.lastName,
    preferred: youth.preferredName,
    birthDay: youth.birthDay as IsoDay,
    birthDayEstimated: youth.birthDayEstimated ?? false,
    gender: youth.gender.code,
    languages: languagesTold(youth),
    interpreter: youth.interpreterNeeded,
    address,
    caregiver: caregiverName
      ? {
          id: newId(),
          name: caregiverName,
          relationship: guardian.relationship.code,
          telephone: guardian.telephone,
          telephoneExtension: guardian.telephoneExtension,
          mail: guardian.email,
          languages: languagesTold(guardian),
        }
      : null,
    plan: draft.healthPlan?.code ?? null,
    school: draft.school,
    identifiers,
  };
}
