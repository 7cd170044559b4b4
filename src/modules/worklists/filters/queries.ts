import { type Db, statement } from '#platform/database/db.ts';
import { MOST_FILTERS, type SavedFilter, type WorklistFilter } from './contract.ts';

const LIST = statement(
  'worklists.filters',
  `select f.id, f.name, f.filter, f.shared,
     case when f.seat = $1 then null else (select h.name from kinfold.seat_holder h where h.seat = f.seat) end as by
   from kinfold.saved_filter f order by f.seat <> $1, f.name, f.id`,
);
const OPENING = statement(
  'worklists.opening',
  `select f.id from kinfold.seat_preference p join kinfold.saved_filter f on f.id = p.opens_with where p.seat = $1`,
);
const SAVE = statement(
  'worklists.save-filter',
  `insert into kinfold.saved_filter as f (id, seat, name, filter, shared)
   select $1, $2, $3, $4::jsonb, $5
   where (select count(*) from kinfold.saved_filter o where o.seat = $2 and o.id <> $1) < ${MOST_FILTERS}
   on conflict (id) do update set name = excluded.name, filter = excluded.filter, shared = excluded.shared, saved_at = now()
   where f.seat = $2`,
);
const REMOVE = statement('worklists.remove-filter', 'delete from kinfold.saved_filter where id = $1 and seat = $2');
const OPEN_WITH = statement(
  'worklists.open-with',
  `insert into kinfold.seat_preference (seat, opens_with)
   select $1, $2::uuid where $2::uuid is null or exists (select from kinfold.saved_filter where id = $2::uuid)
   on conflict (seat) do update set opens_with = excluded.opens_with`,
);

/** Filters this seat may use, its own first, and the one its list opens with. Row security decides which are shared with it. */
export async function savedFilters(
  db: Db,
  seat: string,
): Promise<{ filters: SavedFilter[]; opensWith: string | null }> {
  const [list, opening] = await Promise.all([
    db.query<SavedFilter>(LIST, [seat]),
    db.query<{ id: string }>(OPENING, [seat]),
  ]);
  return { filters: list.rows, opensWith: opening.rows[0]?.id ?? null };
}

/** False when the seat keeps as many as it may. A name it uses already is refused by the database. */
export async function keepFilter(
  db: Db,
  seat: string,
  id: string,
  { name, filter, shared }: { name: string; filter: WorklistFilter; shared: boolean },
): Promise<boolean> {
  return (await db.query(SAVE, [id, seat, name, JSON.stringify(filter), shared])).rowCount > 0;
}

export async function dropFilter(db: Db, seat: string, id: string): Promise<boolean> {
  return (await db.query(REMOVE, [id, seat])).rowCount > 0;
}

/** False when there is no such filter for this seat. */
export async function openListWith(db: Db, seat: string, filter: string | null): Promise<boolean> {
  return (await db.query(OPEN_WITH, [seat, filter])).rowCount > 0;
}
