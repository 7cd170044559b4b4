import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { GIVEN_KINDS } from '../model.ts';

const FIND = statement(
  'relationships.find',
  `select kind, seat, from_day as "from", to_day as "to", ended_at is not null as ended from kinfold.relationship
   where chart = $1 and id = $2 and kind = any ($3)`,
);
const END = statement(
  'relationships.end',
  `update kinfold.relationship set to_day = greatest($3::date, from_day), ended_at = case when $4 then kinfold.present() end,
     ended_by = $5, end_reason = $6 where chart = $1 and id = $2`,
);

interface Standing {
  readonly kind: string;
  readonly seat: string;
  readonly from: string;
  readonly to: string | null;
  readonly ended: boolean;
}

export interface RelationEnd {
  readonly relation: string;
  /** The last day; today ends it at once. */
  readonly to: string;
  readonly reason: string;
}

/** Ends a relation that was given by hand. An end is never later than the one that was said before. */
export async function endRelation(command: Command, end: RelationEnd): Promise<Record<string, never>> {
  const chart = command.existing().id;
  const { today, seat } = command.actor;
  const { rows } = await command.db.query<Standing>(FIND, [chart, end.relation, [...GIVEN_KINDS]]);
  const [found] = rows;
  if (!found) throw notFound();
  if (found.ended || (found.to !== null && found.to < today)) throw wrongField('to', 'ended-already');
  if (end.to < today) throw wrongField('to', 'before-today');
  const atOnce = end.to === today;
  if (!atOnce && end.to < found.from) throw wrongField('to', 'before-it-began');
  if (!atOnce && found.to !== null && end.to > found.to) throw wrongField('to', 'ends-before-that');
  await command.db.query(END, [chart, end.relation, end.to, atOnce, seat, end.reason]);
  command.detail('relation', end.relation);
  command.detail('seat', found.seat);
  command.detail('kind', found.kind);
  command.detail('to', end.to);
  return {};
}
