import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { PLANTED } from './oracle.ts';

/** Where a token was planted: identity rows follow the identity reach, the others the reach of the work. */
export type Kind = 'name' | 'relative' | 'note' | 'fact' | 'duty' | 'alert' | 'task';
export const IDENTITY_KINDS: readonly Kind[] = ['name', 'relative', 'task'];

/** `zq_<chart>_<category>_<kind>_zq`: found again in any answer, header or log by one pattern. */
export const token = (chart: string, category: string, kind: Kind): string => `zq_${chart}_${category}_${kind}_zq`;
export const TOKENS = /zq_([a-z]+)_([a-z-]+)_([a-z]+)_zq/g;

const LABELS = `select c.id, c.holder, c.holder, c.programme`;
/** Per kind: what is planted in a chart ($1) under a category ($2) with a token ($3) on a day ($4), by a seat ($5). */
const PLANT: Readonly<Record<Exclude<Kind, 'name'>, string>> = {
  relative: `insert into kinfold.relative (chart, agency, holder, programme, category, id, name, relationship, from_day)
    ${LABELS}, $2, gen_random_uuid(), $3, 'aunt', $4 from kinfold.chart c where c.id = $1 and $5::uuid is not null`,
  task: `insert into kinfold.review_task (chart, agency, holder, programme, category, id, code, detail)
    ${LABELS}, $2, gen_random_uuid(), 'consent-unclear', jsonb_build_object('heard', $3::text) from kinfold.chart c where c.id = $1 and $4::date is not null and $5::uuid is not null`,
  alert: `insert into kinfold.alert (chart, agency, holder, programme, category, id, code, words, from_day)
    ${LABELS}, $2, gen_random_uuid(), 'other', $3, $4 from kinfold.chart c where c.id = $1 and $5::uuid is not null`,
  note: `insert into kinfold.contact (chart, agency, holder, programme, category, id, made, with_whom, how, on_day, words, signed_by)
    ${LABELS}, $2, gen_random_uuid(), false, '{caregiver}', 'telephone', $4, $3, $5 from kinfold.chart c where c.id = $1`,
  fact: `insert into kinfold.fact (chart, agency, holder, programme, category, seq, recorded_at, kind, on_day, data)
    ${LABELS}, $2, (select coalesce(max(seq), 0) + 1 from kinfold.fact f where f.chart = c.id), clock_timestamp() + interval '1 day', 'contact.attempted', $4,
      jsonb_build_object('contact', $3::text, 'with', '["caregiver"]'::jsonb, 'how', 'telephone') from kinfold.chart c where c.id = $1 and $5::uuid is not null`,
  duty: `insert into kinfold.duty (chart, agency, holder, programme, category, key, rule, clause, root, owes, force, state, due, late_after)
    ${LABELS}, $2, $3, 'planted', 'planted', 1, 'care-manager', 'must', 'open', $4, $4 from kinfold.chart c where c.id = $1 and $5::uuid is not null`,
};

/** Plants one row of every kind in every category, and the name. */
export async function plant(
  owner: pg.Pool,
  chart: { id: string; name: string },
  on: string,
  seat: string,
): Promise<void> {
  for (const category of PLANTED) {
    for (const [kind, sql] of Object.entries(PLANT) as [Kind, string][]) {
      await owner.query(sql, [chart.id, category, token(chart.name, category, kind), on, seat]);
    }
  }
  await owner.query('update kinfold.youth set preferred_name = $2 where chart = $1', [
    chart.id,
    token(chart.name, 'general', 'name'),
  ]);
}

/** A chart of the other programme, which no journey through the API makes. */
export async function addPennsylvaniaChart(owner: pg.Pool): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `with c as (insert into kinfold.chart (id, agency, holder, programme, opened_on, stage) values ($1, 901, 901, 'pa-tcm', '2026-10-12', 'enrolled') returning *),
       y as (insert into kinfold.youth (chart, agency, holder, programme, legal_first, legal_last) select id, agency, holder, programme, 'Ana', 'Vargas' from c returning *)
     insert into kinfold.name_key (chart, agency, holder, programme, kind, token) select chart, agency, holder, programme, 'name', 'vargas' from y`,
    [id],
  );
  return id;
}

/** Hands a chart over as a transfer does: every row's holder follows, who recorded it stays. */
export async function moveChart(owner: pg.Pool, chart: string, to: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.columns k on k.table_name = c.table_name and k.table_schema = 'kinfold'
       and k.column_name = 'chart' where c.table_schema = 'kinfold' and c.column_name = 'holder' and c.table_name not like 'audit%'`,
  );
  for (const { name } of rows)
    await owner.query(`update kinfold.${name} set holder = $2 where chart = $1`, [chart, to]);
  await owner.query('update kinfold.chart set holder = $2 where id = $1', [chart, to]);
}
