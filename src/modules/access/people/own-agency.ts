import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { Actor, Capacity } from '../model.ts';
import { type AgencyKind, capacitiesOf } from './capacities-of-agency.ts';

const SEAT = statement(
  'access.own-seat',
  `select id, person, capacity, from_day as "from", to_day as "to" from kinfold.seat where id = $1 and agency = $2 for update`,
);
const PERSON = statement(
  // Who came from elsewhere is this agency's alone once nothing of theirs stands there any more; who went is not, even then.
  'access.own-person',
  `select p.id, p.name, p.email, p.locale, bool_and(s.agency = $2)
     or (bool_or(s.agency = $2 and still.held) and not bool_or(s.agency <> $2 and still.held)) as "ofThisAgencyAlone"
   from kinfold.person p join kinfold.seat s on s.person = p.id
     cross join lateral (select s.to_day is null or s.to_day >= $3::date as held) still
   where p.id = $1 group by p.id having bool_or(s.agency = $2)`,
);
const KIND = statement('access.agency-kind', 'select kind from kinfold.agency where id = $1');

export interface OwnSeat {
  readonly id: string;
  readonly person: string;
  readonly capacity: Capacity;
  readonly from: string;
  readonly to: string | null;
}

/** A seat of the actor's agency. Another agency's answers like one that does not exist. */
export async function ownSeat(db: Db, actor: Actor, seat: string): Promise<OwnSeat> {
  const { rows } = await db.query<OwnSeat>(SEAT, [seat, actor.agency]);
  const [found] = rows;
  if (!found) throw notFound();
  return found;
}

export interface OwnPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'en' | 'es';
  readonly ofThisAgencyAlone: boolean;
}

/** Somebody who has or had a seat in the actor's agency. */
export async function ownPerson(db: Db, actor: Actor, person: string): Promise<OwnPerson> {
  const { rows } = await db.query<OwnPerson>(PERSON, [person, actor.agency, actor.today]);
  const [found] = rows;
  if (!found) throw notFound();
  return found;
}

/**
 * The same for changes of how somebody signs in: whoever also has a seat elsewhere is not this administrator's to let
 * in or shut out, or one agency could reach another's charts through them. Throws `seats-elsewhere` (409).
 */
export async function ownPersonAlone(db: Db, actor: Actor, person: string): Promise<OwnPerson> {
  const found = await ownPerson(db, actor, person);
  if (!found.ofThisAgencyAlone) throw new Refusal(409, 'seats-elsewhere');
  return found;
}

/** Nobody gives themselves a seat or takes their own away: an administrator could otherwise let themselves into charts. */
export function notOneself(actor: Actor, person: string): void {
  if (person === actor.person) throw new Refusal(409, 'oneself');
}

/** Throws unless this kind of agency has this capacity. */
export async function mayGive(db: Db, actor: Actor, capacity: Capacity): Promise<void> {
  const { rows } = await db.query<{ kind: AgencyKind }>(KIND, [actor.agency]);
  const kind = rows[0]?.kind;
  if (!kind || !capacitiesOf(kind).includes(capacity)) throw wrongField('capacity', 'not-in-this-agency');
}
