import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';

const REVIEW = statement('emergency.review', 'select kinfold.review_emergency($1, $2) as done');

/** Reviews once; who comes second is told that somebody was faster. */
export async function reviewEmergency(
  command: AgencyCommand,
  emergency: string,
  words: string,
): Promise<Record<string, never>> {
  const { rows } = await command.db.query<{ done: boolean }>(REVIEW, [emergency, words]);
  if (!rows[0]?.done) throw new Refusal(409, 'reviewed-meanwhile');
  command.detail('emergency', emergency);
  return {};
}
