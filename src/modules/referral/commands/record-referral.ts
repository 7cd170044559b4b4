import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { factsInForce } from '#modules/facts/in-force.ts';
import type { Fact } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { day } from '#shared/calendar-day.ts';
import { uuidv7 } from '#shared/ids.ts';
import type { recordDecision as operation } from '../contract.ts';
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

/** Nothing is decided, it went another way and was looked at again, or it came to nothing here and the administrator was told. */
const MAY_BE_DECIDED: ReadonlySet<string> = new Set(['referred', 'other-path', 'to-assign']);

/**
 * The same of a referral this organization has on file: one that came with a file of its own says nothing of a decision. What went
 * another way is recorded too, or it would wait here for ever, and so is that it was looked at again.
 */
export async function recordDecision(
  command: Command,
  { assignedAt, ...decided }: z.output<typeof operation.body>['recorded'],
): Promise<Record<string, never>> {
  const chart = command.existing();
  if (chart.holder !== command.actor.agency || !MAY_BE_DECIDED.has(chart.stage))
    throw new Refusal(409, 'decided-meanwhile');
  // A transfer that came back: the youth was in care, and eligibility is no longer the question.
  if (chart.stage === 'to-assign' && wasInCare(command.facts)) throw new Refusal(409, 'decided-meanwhile');
  if (decided.outcome === 'eligible') {
    if (!assignedAt) throw wrongField('recorded.assignedAt', 'missing');
    await recordSent(command, { ...decided, assignedAt }, null);
  } else {
    await recordOutcome(command, decided, null);
  }
  return {};
}

const wasInCare = (facts: readonly Fact[]): boolean =>
  factsInForce(facts).some(({ kind }) => kind === 'enrolment.started');

type Decided = Omit<z.output<typeof operation.body>['recorded'], 'assignedAt'>;

const newId = ({ nowMs }: Command) => uuidv7(nowMs, randomBytes(10));
const REASON = 'recorded-from-document';

/** What the administrator decided, marked as recorded. */
async function recordOutcome(
  command: Command,
  { document, decidedOn, outcome, reconsiders, reconsiderReason }: Decided,
  intensity: ReferralDraft['intensity'],
): Promise<void> {
  if (day(decidedOn) > day(command.actor.today)) throw wrongField('recorded.decidedOn', 'has-not-happened');
  const decision = { id: newId(command), on: decidedOn, outcome, reasons: [REASON], grounds: [], intensity };
  await decideEligibility(command, { ...decision, reconsiders, reconsiderReason }, { document });
}

/** Decided eligible, sent here and taken on. */
async function recordSent(
  command: Command,
  { assignedAt, ...decided }: RecordedDecision & Partial<Decided>,
  intensity: ReferralDraft['intensity'],
): Promise<void> {
  if (Date.parse(assignedAt) > command.nowMs) throw wrongField('recorded.assignedAt', 'has-not-happened');
  await recordOutcome(command, { ...decided, outcome: 'eligible' }, intensity);
  const to = { id: newId(command), toAgency: command.actor.agency };
  await assignReferral(command, { ...to, reason: REASON, at: assignedAt });
  await answerReferral(command, { answer: 'accepted' });
}
