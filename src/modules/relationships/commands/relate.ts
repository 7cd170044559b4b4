import type { Capacity } from '#modules/access/model.ts';
import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { takenBack } from '#modules/youth/agreed.ts';
import { familyOf } from '#modules/youth/queries.ts';
import { statement } from '#platform/database/db.ts';
import { type GivenKind, KINDS_OF, OWN_RECORD, STAFF } from '../model.ts';
import { confirmedOf } from '../queries.ts';

const SEAT = statement(
  'relationships.seat',
  `select person, capacity, exists (select 1 from kinfold.seat_holder h where h.seat = $2 and h.agency = $3) as ours
   from kinfold.seats_to_relate($1) where seat = $2`,
);
const STANDS = statement(
  'relationships.stands',
  `select 1 from kinfold.relationship where chart = $1 and seat = $2 and kind = $3 and ended_at is null
     and (to_day is null or to_day >= $4::date) and ($5::date is null or from_day <= $5::date)`,
);

export interface NewRelation {
  readonly id: string;
  readonly seat: string;
  readonly kind: GivenKind;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly authority?: string | null | undefined;
  readonly reason: string;
}

/**
 * Lets a seat see the chart. Row security asks again whether the kind fits the seat and whose hand it is. While the yes to care
 * management is taken back nobody outside the organization is let in (409 `consent-taken-back`), as the chart goes to no other.
 */
export async function relate(command: Command, wish: NewRelation): Promise<{ relation: string }> {
  const chart = command.existing().id;
  const { id, seat, kind, from, to = null, reason } = wish;
  if (from < command.actor.today) throw wrongField('from', 'before-today');
  if (to !== null && to < from) throw wrongField('to', 'before-it-began');
  await seatThatFits(command, wish);
  const authority = kind === 'guardian' ? await confirmedAuthority(command, wish.authority) : null;
  const standing = await command.db.query(STANDS, [chart, seat, kind, from, to]);
  if (standing.rows.length > 0) throw wrongField('kind', 'related-already');
  await addRow(command.db, 'relationship', {
    ...command.labels(),
    ...{ id, seat, kind, authority, reason },
    from_day: from,
    to_day: to,
    given_by: command.actor.seat,
  });
  command.detail('seat', seat);
  command.detail('kind', kind);
  command.detail('from', from);
  command.detail('to', to);
  return { relation: id };
}

interface FoundSeat {
  readonly person: string;
  readonly capacity: Capacity;
  /** Of the organization that holds the chart. */
  readonly ours: boolean;
}

/** Nobody lets themselves in, in whichever of their seats. */
async function seatThatFits(command: Command, { seat, kind }: NewRelation): Promise<void> {
  const { id, holder } = command.existing();
  const { rows } = await command.db.query<FoundSeat>(SEAT, [id, seat, holder]);
  const [found] = rows;
  if (!found) throw wrongField('seat', 'no-such-seat');
  if (found.person === command.actor.person) throw wrongField('seat', 'oneself');
  if (!KINDS_OF[found.capacity]?.includes(kind)) throw wrongField('kind', 'not-for-this-seat');
  const outside = !(found.ours && STAFF.has(found.capacity)) && !OWN_RECORD.has(kind);
  if (outside && takenBack(command.facts)) throw new Refusal(409, 'consent-taken-back');
}

/** A guardian sees the chart on somebody's authority that stands today: the relative in the chart. */
async function confirmedAuthority(command: Command, relative: string | null | undefined): Promise<string> {
  if (!relative) throw wrongField('authority', 'missing');
  const family = await familyOf(command.db, command.existing().id, command.actor.today);
  if (!family) throw notFound();
  if (!family.relatives.some(({ id, to }) => id === relative && to === null))
    throw wrongField('authority', 'no-such-relative');
  if (!confirmedOf(family).includes(relative)) throw wrongField('authority', 'authority-not-confirmed');
  return relative;
}
