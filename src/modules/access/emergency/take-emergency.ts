import type { z } from 'zod';
import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { statement } from '#platform/database/db.ts';
import type { takeEmergencyAccess } from './contract.ts';

type Wish = z.output<typeof takeEmergencyAccess.body>;
type Answer = z.output<typeof takeEmergencyAccess.answer>;

const TAKE = statement('emergency.take', 'select kinfold.take_emergency($1, $2, $3, $4, $5) as taken');

/**
 * Takes it through the database's own door, which looks the chart up among those of the actor's agency and nowhere else.
 * A number or identifier that is not there, or is another agency's, is `not-found` (404) either way.
 */
export async function takeEmergency(command: AgencyCommand, wish: Wish): Promise<Answer> {
  const values = [wish.id, wish.number ?? null, wish.identifier ?? null, wish.reason, wish.minutes];
  const { rows } = await command.db.query<{ taken: Answer }>(TAKE, values);
  const taken = rows[0]?.taken;
  if (!taken) throw new Error('take_emergency answered nothing');
  command.detail('outcome', taken.outcome);
  return taken;
}
