import type pg from 'pg';
import type { z } from 'zod';
import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { countEmergencyTry, emergencyTries, takeBackEmergencyTry } from '../limits/attempts.ts';
import type { takeEmergencyAccess } from './contract.ts';

type Wish = z.output<typeof takeEmergencyAccess.body>;
type Answer = z.output<typeof takeEmergencyAccess.answer>;

export interface TakingDeps {
  /** Tries are counted whatever becomes of the command. */
  readonly owner: pg.Pool;
  readonly secret: string;
  /** A name as the keys of a chart have it; whoever keeps the youth's names knows how. */
  readonly foldName: (name: string) => string;
}

const TAKE = statement('emergency.take', 'select kinfold.take_emergency($1, $2, $3, $4, $5, $6, $7) as taken');

/**
 * Takes it through the database's own door, which looks the chart up among those of the actor's agency and nowhere else.
 * What names no youth there, another agency's or several is `not-found` (404) alike; of several charts of one youth it takes the
 * one in care. Throws 429 after some that named none.
 */
export async function takeEmergency(command: AgencyCommand, deps: TakingDeps, wish: Wish): Promise<Answer> {
  const tries = emergencyTries(deps.secret, command.actor.person);
  await countEmergencyTry(deps.owner, tries);
  const { id, number, identifier, name, born, reason, minutes } = wish;
  const values = [
    id,
    number ?? null,
    identifier ?? null,
    name ? deps.foldName(name) : null,
    born ?? null,
    reason,
    minutes,
  ];
  const { rows } = await command.db.query<{ taken: Answer }>(TAKE, values);
  const taken = rows[0]?.taken;
  if (!taken) throw new Error('take_emergency answered nothing');
  await takeBackEmergencyTry(onPool(deps.owner), tries);
  command.detail('outcome', taken.outcome);
  command.detail('by', wayOf(wish));
  return taken;
}

/** In which way the chart was named, for the trail; never what was written. */
const wayOf = ({ number, identifier }: Wish): 'number' | 'identifier' | 'name' => {
  if (number) return 'number';
  return identifier ? 'identifier' : 'name';
};
