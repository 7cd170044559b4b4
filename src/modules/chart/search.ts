import type { RequestPool } from '#modules/record/seat-pools.ts';
import { LOCAL_DIGITS } from '#modules/youth/found-by.ts';
import { foldName, nameTokens, soundKeys } from '#modules/youth/names.ts';
import type { Db, Statement } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

export interface FoundRow {
  chart: string;
  number: number;
  name: string;
  legalName: string;
  born: string | null;
  stage: string;
  county: string | null;
  careManager: string | null;
  holderName?: string;
  referral?: boolean;
  by: string;
}

const showing = (
  most: string,
): string => `select c.id as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name,
    concat_ws(' ', y.legal_first, y.legal_last) as "legalName", y.born, c.stage, y.county,
    (select (select h.name from kinfold.seat_holder h where h.seat = r.seat and (h.to_day is null or h.to_day >= (select (kinfold.scope_actor() ->> 'today')::date)))
     from kinfold.relationship r where r.chart = c.id and r.kind = 'accountable' and r.to_day is null) as "careManager",
    hits.by
  from hits join kinfold.chart c on c.id = hits.chart join kinfold.youth y on y.chart = c.id
  order by y.legal_last, y.legal_first limit ${most}`;
const SHOW = showing('$4');

/**
 * A range in collation C finds beginnings; pattern and full-text indexes are not used under row security. Within an agency's
 * reach each agency's names are read in their order: across the programme most of what was read would not be theirs to see.
 */
const ONE_PART: Readonly<Record<'agency' | 'charts', Statement>> = {
  agency: statement(
    'chart.search-one',
    `with hits as materialized (
       select k.chart, 'name' as by from unnest(kinfold.scope_intake()) as reach (holder)
         cross join lateral (select n.chart, n.token from kinfold.name_key n
           where n.holder = reach.holder and n.kind = $1 and n.token >= $2 and n.token < $3 order by n.token limit $4) k
       order by k.token limit $4)
     ${SHOW}`,
  ),
  charts: statement(
    'chart.search-one-of-charts',
    `with hits as materialized (
       select chart, 'name' as by from kinfold.name_key where kind = $1 and token >= $2 and token < $3 order by token limit $4)
     ${SHOW}`,
  ),
};

const MORE_PARTS = statement(
  'chart.search-more',
  `with hits as materialized (
     select k.chart, 'name' as by from kinfold.name_key k
     where k.kind = $1 and k.token >= $2 and k.token < $3
       and not exists (select 1 from unnest($5::text[], $6::text[]) as p (low, high)
         where not exists (select 1 from kinfold.name_key o where o.chart = k.chart and o.kind = $1 and o.token >= p.low and o.token < p.high))
     limit $4)
   ${SHOW}`,
);

const BY_SOUND = statement(
  'chart.search-sound',
  `with hits as materialized (
     select k.chart, 'sound' as by from kinfold.name_key k where k.kind = $1 and k.token = any ($2::text[])
     group by k.chart having count(distinct k.token) >= $3 order by count(*) desc limit $4)
   ${SHOW}`,
);

const BY_NUMBER = statement(
  'chart.search-number',
  `with hits as materialized (select id as chart, 'number' as by from kinfold.chart where number = $1::bigint)
   ${showing('$2')}`,
);

/** The smallest text greater than every text that begins with `start`. */
const beyond = (start: string): string => `${start}\u{10FFFF}`;

/** A chart's own number, as every page names it: "335", "no. 335". */
const CHART_NUMBER = /^(?:no\.?\s*)?(\d{1,9})$/i;

/**
 * Looks by number first when the text is one, the chart's own among them, then by beginnings of name parts, then by sound when
 * nothing begins so.
 */
export async function search(db: Db, through: RequestPool, text: string, limit: number): Promise<FoundRow[]> {
  const onePart = ONE_PART[through === 'staff' ? 'agency' : 'charts'];
  const number = CHART_NUMBER.exec(text)?.[1];
  const numbered = number ? (await db.query<FoundRow>(BY_NUMBER, [number, limit])).rows : [];
  const digits = text.replace(/\D/g, '');
  if (digits.length >= 4) {
    for (const kind of kindsOf(digits.length)) {
      const token = kind === 'telephone' ? digits : foldName(text).replaceAll(' ', '');
      const found = await db.query<FoundRow>(onePart, [kind, token, beyond(token), limit]);
      if (found.rows.length > 0) return once([...numbered, ...found.rows.map((row) => ({ ...row, by: kind }))]);
    }
  }
  if (numbered.length > 0) return numbered;
  const parts = [...nameTokens(text)].sort((a, b) => b.length - a.length);
  const [longest, ...others] = parts;
  if (!longest) return [];
  const begins =
    others.length === 0
      ? await db.query<FoundRow>(onePart, ['name', longest, beyond(longest), limit])
      : await db.query<FoundRow>(MORE_PARTS, ['name', longest, beyond(longest), limit, others, others.map(beyond)]);
  if (begins.rows.length > 0) return once(begins.rows);
  const sounds = soundKeys(text);
  return once(
    (await db.query<FoundRow>(BY_SOUND, ['sound', sounds, Math.min(parts.length, sounds.length), limit])).rows,
  );
}

/** What so many digits may be: a whole number is a telephone's; without the area code it may be either. */
function kindsOf(digits: number): readonly ('telephone' | 'identifier')[] {
  if (digits === 10) return ['telephone'];
  return digits === LOCAL_DIGITS ? ['identifier', 'telephone'] : ['identifier'];
}

function once(rows: readonly FoundRow[]): FoundRow[] {
  return [...new Map(rows.map((row) => [row.chart, row])).values()];
}
