import { type Repeating, wordLabelled } from '#modules/policy/index.ts';
import { type Db, statement } from '#platform/database/db.ts';

/** What people decided about a duty, of any of its periods, in the order they did; of no row that the reader may not see. */
const DECIDED = statement(
  'duties.decided',
  `select k.duty, k.kind, k.on_day as on, k.at, coalesce(k.reason, k.evidence) as words,
     (select h.name from kinfold.seat_holder h where h.seat = k.by_seat) as by,
     (select h.name from kinfold.seat_holder h where h.seat = k.to_seat) as to,
     (select f.data ->> 'item' from kinfold.fact f where f.chart = k.chart and f.source_id = k.id and f.kind like 'duty.%' limit 1) as item,
     exists (select 1 from kinfold.fact f join kinfold.fact s on s.chart = f.chart and s.supersedes = f.seq
       where f.chart = k.chart and f.source_id = k.id) as "setRight"
   from kinfold.duty_decision k where k.chart = $1
     and split_part(k.duty, '#', 1) = split_part($2, '#', 1) and split_part(k.duty, '#', 2) = split_part($2, '#', 2)
   order by k.at, k.id`,
);

interface StoredDecision {
  readonly duty: string;
  readonly kind: 'exempted' | 'delegated' | 'reopened' | 'done-on';
  readonly on: string | null;
  readonly at: string;
  readonly words: string | null;
  readonly by: string | null;
  readonly to: string | null;
  readonly item: string | null;
  readonly setRight: boolean;
}

/** A decision beside its duty: what, when and by whom, with the reason or the evidence in that person's words. */
export interface Decided extends Omit<StoredDecision, 'duty' | 'item'> {
  /** Of a duty of each period, which one, in words. */
  readonly period: string | null;
}

/** Reads what was decided about every duty of a rule and root; `decidedAbout` picks those of one. */
export async function decisionsLike(db: Db, chart: string, key: string): Promise<readonly StoredDecision[]> {
  return (await db.query<StoredDecision>(DECIDED, [chart, key])).rows;
}

/** Of one duty: rounds that stand for themselves are told apart by their keys, the periods of one are all its own. */
export function decidedAbout(
  found: readonly StoredDecision[],
  duty: Repeating & { readonly key: string },
  language: 'en' | 'es',
): Decided[] {
  return found
    .filter((one) => duty.pattern !== null || one.duty === duty.key)
    .map(({ duty: _duty, item, ...one }) => ({ ...one, period: item && wordLabelled(duty, item, language) }));
}
