import { randomBytes } from 'node:crypto';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { day } from '#shared/calendar-day.ts';
import { uuidv7 } from '#shared/ids.ts';
import type { ReferralDraft } from '../model.ts';
import { answerReferral } from './answer-referral.ts';
import { assignReferral } from './assign-referral.ts';
import { decideEligibility } from './decide-eligibility.ts';
import { type Registration, registerReferral } from './register-referral.ts';

/** What the administrator decided, and sent here. */
export interface RecordedDecision {
  readonly document: string;
  readonly decidedOn: string;
  readonly assignedAt: string;
}

export interface RecordedReferral extends Registration {
  readonly recorded: RecordedDecision;
}

/**
 * A care management organization records what the administrator decided and sent, with day and document: the same facts
 * as if the administrator had done it here, marked as recorded. Recording is never deciding.
 */
export async function recordReferral(
  command: Command,
  { recorded, ...registration }: RecordedReferral,
): Promise<{ chart: string; tasks: string[] }> {
  const registered = await registerReferral(command, { ...registration, document: recorded.document });
  await recordSent(command, recorded, registration.draft.intensity);
  return registered;
}

/** The same of a referral this organization has on file: one that came with a file of its own says nothing of a decision. */
export async function recordDecision(command: Command, recorded: RecordedDecision): Promise<Record<string, never>> {
  const chart = command.existing();
  if (chart.holder !== command.actor.agency || chart.stage !== 'referred') throw new Refusal(409, 'decided-meanwhile');
  await recordSent(command, recorded, null);
  return {};
}

async function recordSent(
  command: Command,
  { document, decidedOn, assignedAt }: RecordedDecision,
  intensity: ReferralDraft['intensity'],
): Promise<void> {
  if (day(decidedOn) > day(command.actor.today)) throw wrongField('recorded.decidedOn', 'has-not-happened');
  if (Date.parse(assignedAt) > command.nowMs) throw wrongField('recorded.assignedAt', 'has-not-happened');
  const newId = () => uuidv7(command.nowMs, randomBytes(10));
  const reason = 'recorded-from-document';
  const decision = {
    id: newId(),
    on: decidedOn,
    outcome: 'eligible' as const,
    reasons: [reason],
    grounds: [],
    intensity,
  };
  await decideEligibility(command, decision, { document });
  await assignReferral(command, { id: newId(), toAgency: command.actor.agency, reason, at: assignedAt });
  await answerReferral(command, { answer: 'accepted' });
}
