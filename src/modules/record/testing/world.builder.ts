import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Capacity } from '#modules/access/model.ts';

/** A seat with a session that may be used at once: what a test signs its requests with. */
export interface Seated {
  readonly person: string;
  readonly seat: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SeatWish {
  readonly name: string;
  readonly capacity: Capacity;
  readonly agency: number;
  readonly supervisor?: Seated;
}

const AGENCIES = [
  [15, 'nj-cmo', 'cmo', 'Families and Community Together', 'FACT'],
  [1, 'nj-cmo', 'cmo', 'Bergen’s Promise', 'Bergen'],
  [100, 'nj-cmo', 'csa', 'PerformCare New Jersey', 'PerformCare'],
  [900, 'pa-tcm', 'payer', 'PerformCare Pennsylvania', 'PerformCare PA'],
  [901, 'pa-tcm', 'tcm-provider', 'Susquehanna Case Management', 'Susquehanna'],
] as const;

/** The agencies most tests need: two care management organizations, the administrator, and Pennsylvania's two. */
export async function addAgencies(owner: pg.Pool): Promise<void> {
  for (const [id, programme, kind, name, short] of AGENCIES) {
    await owner.query(
      `insert into kinfold.agency (id, programme, kind, name, short_name, source, confidence) values ($1, $2, $3, $4, $5, 'test', 'seen')
       on conflict do nothing`,
      [id, programme, kind, name, short],
    );
  }
}

/** Adds a person, their seat and a session. */
export async function addSeat(owner: pg.Pool, wish: SeatWish): Promise<Seated> {
  const person = randomUUID();
  const seat = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await owner.query('insert into kinfold.person (id, name) values ($1, $2)', [person, wish.name]);
  await owner.query(
    `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, $3, $4, '2020-01-01')`,
    [seat, person, wish.capacity, wish.agency],
  );
  await owner.query(
    `insert into kinfold.session (id, token_hash, person, ends_at) values ($1, $2, $3, now() + interval '12 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest(), person],
  );
  if (wish.supervisor) {
    await owner.query(`insert into kinfold.supervision (supervisor, seat, from_day) values ($1, $2, '2020-01-01')`, [
      wish.supervisor.seat,
      seat,
    ]);
  }
  return {
    person,
    seat,
    token,
    headers: { authorization: `Bearer ${token}`, 'x-kinfold-seat': seat, 'x-kinfold': '1' },
  };
}
