import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { assignReferral } from '#modules/referral/commands/assign-referral.ts';
import { releaseCareManager } from '#modules/team/release-care-manager.ts';
import { takenBack } from '#modules/youth/agreed.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { endOpenEnrolment } from './end-enrolment.ts';

export interface Transfer {
  readonly id: string;
  readonly toAgency: number;
  readonly on: string;
  readonly reason: string;
}

/**
 * Ends the enrolment here and offers the chart to another organization, in one transaction: the whole history goes with
 * it, who recorded what stays, and there is a visible gap until the other names a care manager. A chart that another
 * organization gave back is offered on in the same way; its enrolment here has ended already.
 */
export async function transferChart(
  command: Command,
  { id, toAgency, on, reason }: Transfer,
): Promise<Record<string, never>> {
  const chart = command.existing();
  if (chart.holder !== command.actor.agency) throw new Refusal(409, 'not-the-holder');
  if (toAgency === chart.holder) throw wrongField('toAgency', 'the-same-organization');
  // What the family told this organization goes to another only while a yes to care management stands.
  if (takenBack(command.facts)) throw new Refusal(409, 'consent-taken-back');
  if (chart.stage === 'to-assign') await releaseCareManager(command, command.actor.today, reason);
  else await endOpenEnrolment(command, { on: on as IsoDay, ground: 'transferred', reason });
  await assignReferral(command, { id, toAgency, reason });
  return {};
}
