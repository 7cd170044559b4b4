import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { releaseCareManager } from '#modules/team/release-care-manager.ts';
import { statement } from '#platform/database/db.ts';
import type { ReturnedBecause } from '../model.ts';
import { holdChart } from './assign-referral.ts';

/** What is offered; without an offer, what was accepted last. */
const OPEN = statement(
  'referral.offered',
  `select id, to_agency, agency, state from kinfold.referral_assignment where chart = $1 and state in ('offered', 'accepted')
   order by state = 'offered' desc, at desc limit 1`,
);
const ANSWER = statement(
  'referral.answer',
  `update kinfold.referral_assignment set state = $3, answered_at = now(), answered_by = $4, return_reason = $5, return_because = $6 where chart = $1 and id = $2`,
);

export interface Answer {
  readonly answer: 'accepted' | 'returned';
  readonly reason?: string | null | undefined;
  /** Of what is returned; answers from before this was asked have none. */
  readonly because?: ReturnedBecause | undefined;
}

interface Offer {
  readonly id: string;
  readonly to_agency: number;
  /** Who offered it; an organization that recorded what the administrator decided offered it to itself. */
  readonly agency: number;
  readonly state: 'offered' | 'accepted';
}

/**
 * The organization accepts, or returns with a reason and words; a returned referral goes back to whoever offered it. One it accepted may
 * be returned until the youth is enrolled, for services are voluntary (source: the organizations' own pages): nobody is
 * accountable then.
 */
export async function answerReferral(
  command: Command,
  { answer, reason, because }: Answer,
): Promise<Record<string, never>> {
  if (answer === 'returned' && !reason) throw wrongField('reason', 'missing');
  if (answer === 'returned' && !because) throw wrongField('because', 'missing');
  const chart = command.existing();
  const offer = (await command.db.query<Offer>(OPEN, [chart.id])).rows[0];
  if (!offer || offer.to_agency !== command.actor.agency) throw new Refusal(409, 'nothing-offered');
  const late = offer.state === 'accepted';
  if (late && (answer === 'accepted' || chart.stage !== 'accepted')) throw new Refusal(409, 'nothing-offered');
  command.record({
    kind: answer === 'accepted' ? 'referral.accepted' : 'referral.returned',
    on: command.actor.today,
    at: new Date(command.nowMs).toISOString(),
    data: because ? { reason: because } : {},
    category: 'general',
    source: { table: 'referral_assignment', id: offer.id },
  });
  const said = [answer, command.actor.seat, reason ?? null, because ?? null];
  const answered = await command.db.query(ANSWER, [chart.id, offer.id, ...said]);
  if (answered.rowCount === 0) throw new Refusal(409, 'nothing-offered');
  if (answer === 'returned') {
    if (late) await releaseCareManager(command, command.actor.today, null);
    await holdChart(command, offer.agency);
  }
  command.detail('answer', answer);
  return {};
}
