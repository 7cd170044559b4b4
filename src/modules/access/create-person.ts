import { type Db, statement } from '#platform/database/db.ts';

export interface NewSeat {
  readonly id: string;
  readonly capacity: string;
  readonly agency: number;
  readonly title?: string | null;
  /** YYYY-MM-DD. */
  readonly from: string;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** From `hashPassword`; a seed hashes once for everybody. Null: they cannot sign in by password. */
  readonly passwordHash: string | null;
  /** Whether the password behind the hash is long enough to stand alone: 15 characters. */
  readonly passwordSufficesAlone?: boolean;
  readonly locale?: 'en' | 'es';
  readonly seats?: readonly NewSeat[];
}

const PERSON = statement(
  'access.create-person',
  `insert into kinfold.person (id, name, email, password_hash, password_set_at, password_suffices_alone, locale)
   values ($1, $2, $3, $4, case when $4::text is null then null else now() end, $5, $6)`,
);
const SEAT = statement(
  'access.create-seat',
  'insert into kinfold.seat (id, person, capacity, agency, title, from_day) values ($1, $2, $3, $4, $5, $6)',
);

/** Adds a person with their seats, within the caller's transaction where there is one. What the trail says of it is the caller's. */
export async function createPerson(owner: Db, person: NewPerson): Promise<void> {
  const { id, name, email, passwordHash, passwordSufficesAlone = true, locale = 'en', seats = [] } = person;
  await owner.query(PERSON, [id, name, email, passwordHash, passwordSufficesAlone, locale]);
  for (const seat of seats) {
    await owner.query(SEAT, [seat.id, id, seat.capacity, seat.agency, seat.title ?? null, seat.from]);
  }
}
