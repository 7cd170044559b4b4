import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { holdChart } from './assign-referral.ts';

const OPEN = statement(
  'referral.offered',
  `select id, to_agency, agency from kinfold.referral_assignment where chart = $1 and state = 'offered'`,
);
const ANSWER = statement(
  'referral.answer',
  `update kinfold.referral_assignment set state = $3, answered_at = now(), answered_by = $4, return_reason = $5 where chart = $1 and id = $2`,
);

export interface Answer {
  readonly answer: 'accepted' | 'returned';
  readonly reason?: string | null | undefined;
}

/** The organization accepts, or returns with a reason; a returned referral goes back to whoever offered it. */
export async function answerReferral(command: Command, { answer, reason }: Answer): Promise<Record<string, never>> {
  if (answer === 'returned' && !reason) throw wrongField('reason', 'missing');
  const chart = command.existing();
  const open = await command.db.query<{ id: string; to_agency: number; agency: number }>(OPEN, [chart.id]);
  const offer = open.rows[0];
  if (!offer || offer.to_agency !== command.actor.agency) throw new Refusal(409, 'nothing-offered');
  command.record({
    kind: answer === 'accepted' ? 'referral.accepted' : 'referral.returned',
    on: command.actor.today,
    at: new Date(command.nowMs).toISOString(),
    data: {},
    category: 'general',
    source: { table: 'referral_assignment', id: offer.id },
  });
  await command.db.query(ANSWER, [chart.id, offer.id, answer, command.actor.seat, reason ?? null]);
  if (answer === 'returned') await holdChart(command, offer.agency);
  command.detail('answer', answer);
  return {};
}
