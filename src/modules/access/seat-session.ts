import type pg from 'pg';
import { notFound } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { startSession } from './sessions/start.ts';

const HOLDER = statement(
  'access.seat-holder',
  `select s.person from kinfold.seat s join kinfold.agency g on g.id = s.agency join kinfold.person p on p.id = s.person
   where s.id = $1 and p.disabled_at is null and s.from_day <= (now() at time zone g.zone)::date
     and (s.to_day is null or s.to_day >= (now() at time zone g.zone)::date)`,
);

/**
 * A session for whoever holds a seat, for the command line's `--as`: somebody who already has the owner's connection.
 * It is audited like any sign-in, as coming from the command line. Throws `not-found` when nobody holds the seat today.
 */
export async function sessionForSeat(owner: pg.Pool, seat: string, device: string): Promise<string> {
  return transaction(owner, async (db) => {
    const { rows } = await db.query<{ person: string }>(HOLDER, [seat]);
    const person = rows[0]?.person;
    if (!person) throw notFound();
    return startSession(db, { person, device, how: 'command-line' });
  });
}
