import type pg from 'pg';
import { z } from 'zod';
import { PROGRAMMES } from '#modules/facts/model.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readSession } from '../contract/session.ts';
import { CAPACITIES, CAPACITY_LABEL } from '../model.ts';
import { permissionsOf } from '../permissions.ts';

const SEATS = statement('access.seats-of-session', 'select kinfold.seats_of_session($1) as found');

const found = z.object({
  session: z.string(),
  person: z.string(),
  name: z.string(),
  locale: z.enum(['en', 'es']),
  endsAt: z.string(),
  locksAt: z.string(),
  idleMinutes: z.number(),
  locked: z.boolean(),
  steppedUpAt: z.string().nullable(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  hasPasskey: z.boolean(),
  seats: z.array(
    z.object({
      id: z.string(),
      capacity: z.enum(CAPACITIES),
      title: z.string().nullable(),
      agency: z.number(),
      agencyName: z.string(),
      agencyShort: z.string(),
      programme: z.enum(PROGRAMMES),
    }),
  ),
});

/** The session as its own page sees it, locked or not. Throws KF401 (`signed-out`) when it is over. */
export async function readOwnSession(engine: pg.Pool, tokenHash: Buffer): Promise<AnswerOf<typeof readSession>> {
  const { rows } = await onPool(engine).query<{ found: unknown }>(SEATS, [tokenHash]);
  const { session, person, name, locale, hasPassword, hasTotp, hasPasskey, seats, ...times } = found.parse(
    rows[0]?.found,
  );
  return {
    id: session,
    person: { id: person, name, locale },
    ...times,
    means: { password: hasPassword, totp: hasTotp, passkey: hasPasskey },
    seats: seats.map((seat) => ({
      ...seat,
      label: CAPACITY_LABEL[seat.capacity],
      permissions: [...permissionsOf(seat.capacity)],
    })),
  };
}
