import { randomBytes } from 'node:crypto';
import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { day } from '#shared/calendar-day.ts';
import { uuidv7 } from '#shared/ids.ts';
import { answerReferral } from './answer-referral.ts';
import { assignReferral } from './assign-referral.ts';
import { decideEligibility } from './decide-eligibility.ts';
import { type Registration, registerReferral } from './register-referral.ts';

export interface RecordedReferral extends Registration {
  readonly recorded: { readonly document: string; readonly decidedOn: string; readonly assignedAt: string };
}

/**
 * A care management organization records what the administrator decided and sent, with day and document: the same facts
 * as if the administrator had done it here, marked as recorded. Recording is never deciding.
 */
export async function recordReferral(
  command: Command,
  { recorded, ...registration }: RecordedReferral,
): Promise<{ chart: string; tasks: string[] }> {
  if (day(recorded.decidedOn) > day(command.actor.today)) throw wrongField('recorded.decidedOn', 'has-not-happened');
  if (Date.parse(recorded.assignedAt) > command.nowMs) throw wrongField('recorded.assignedAt', 'has-not-happened');
  const newId = () => uuidv7(command.nowMs, randomBytes(10));
  const registered = await registerReferral(command, { ...registration, document: recorded.document });
  await decideEligibility(
    command,
    {
      id: newId(),
      on: recorded.decidedOn,
      outcome: 'eligible',
      reasons: ['recorded-from-document'],
      grounds: [],
      intensity: registration.draft.intensity,
    },
    { document: recorded.document },
  );
  const reason = 'recorded-from-document';
  await assignReferral(command, { id: newId(), toAgency: command.actor.agency, reason, at: recorded.assignedAt });
  await answerReferral(command, { answer: 'accepted' });
  return registered;
}
