import type { Command } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import type { ReferralDraft } from '../model.ts';

const USED = statement(
  'referral.number-used',
  'select chart from kinfold.referral where source = $1 and external_id = $2',
);

/**
 * A number is one referral's for ever, of all that came the same way. Throws 409 `number-used` with the chart of the other, where
 * the writer may see it; one out of their sight is refused by the database, which says no more than that the number is used.
 */
export async function refuseUsedNumber(command: Command, { source, externalId }: ReferralDraft): Promise<void> {
  const { rows } = await command.db.query<{ chart: string }>(USED, [source, externalId]);
  const [used] = rows;
  if (used) throw new Refusal(409, 'number-used', [], { chart: used.chart });
}
