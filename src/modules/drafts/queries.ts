import { type Db, statement } from '#platform/database/db.ts';
import type { Draft } from './contract.ts';

/** One draft's place: whose it is, and from which of their seats, follows from the scope. */
export interface DraftPlace {
  readonly kind: string;
  readonly chart: string;
}

const keyOf = ({ kind, chart }: DraftPlace) => `${kind}/${chart}`;

const READ = statement(
  'drafts.read',
  'select body, revision, updated_at as "updatedAt" from kinfold.draft where key = $1',
);
const LIST = statement(
  'drafts.list',
  'select key, chart, updated_at as "updatedAt" from kinfold.draft order by updated_at desc limit 200',
);
const DISCARD = statement('drafts.discard', 'delete from kinfold.draft where key = $1');
// The same words sent again, because the answer to the first was lost, are not a conflict.
const SAVE = statement(
  'drafts.save',
  `insert into kinfold.draft as d (seat, key, chart, body, revision) values ((select (kinfold.scope_actor() ->> 'seat')::uuid), $1, $2, $3::jsonb, 1)
   on conflict (seat, key) do update set body = excluded.body, updated_at = now(),
     revision = case when d.body = excluded.body then d.revision else d.revision + 1 end
     where d.revision = $4 or d.body = excluded.body
   returning revision, updated_at as "updatedAt"`,
);

export async function draftAt(db: Db, place: DraftPlace): Promise<Draft | null> {
  return (await db.query<Draft>(READ, [keyOf(place)])).rows[0] ?? null;
}

/** Saves on top of `revision`; null when another version was saved meanwhile. */
export async function saveDraftAt(
  db: Db,
  place: DraftPlace,
  revision: number,
  body: Readonly<Record<string, unknown>>,
): Promise<Omit<Draft, 'body'> | null> {
  const saved = await db.query<Omit<Draft, 'body'>>(SAVE, [keyOf(place), place.chart, JSON.stringify(body), revision]);
  return saved.rows[0] ?? null;
}

export async function discardDraftAt(db: Db, place: DraftPlace): Promise<boolean> {
  return (await db.query(DISCARD, [keyOf(place)])).rowCount > 0;
}

export async function ownDrafts(db: Db): Promise<{ kind: string; chart: string; updatedAt: string }[]> {
  const { rows } = await db.query<{ key: string; chart: string; updatedAt: string }>(LIST, []);
  return rows.map(({ key, chart, updatedAt }) => ({ kind: key.split('/')[0] ?? key, chart, updatedAt }));
}
