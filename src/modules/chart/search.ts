import type { RequestPool } from '#modules/record/seat-pools.ts';
import { LOCAL_DIGITS } from '#modules/youth/found-by.ts';
import { foldName, nameTokens, soundKeys } from '#modules/youth/names.ts';
import type { Db } from '#platform/database/db.ts';
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
  order by hits.by = 'family', y.legal_last, y.legal_first limit ${most}`;
const SHOW = showing('$4');

/**
 * A range in collation C finds beginnings; pattern and full-text indexes are not used under row security. Within an agency's
 * reach each agency's keys are read in their order: across the programme most of what was read would not be theirs to see.
 */
const beginning: Readonly<Record<'agency' | 'charts', (kind: string, by: string) => string>> = {
  agency: (kind, by) =>
    `(select k.chart, ${by} as by from unnest(kinfold.scope_intake()) as reach (holder)
         cross join lateral (select n.chart, n.token from kinfold.name_key n
           where n.holder = reach.holder and n.kind = ${kind} and n.token >= $2 and n.token < $3 order by n.token limit $4) k
       order by k.token limit $4)`,
  charts: (kind, by) =>
    `(select chart, ${by} as by from kinfold.name_key where kind = ${kind} and token >= $2 and token < $3 order by token limit $4)`,
};

type Reach = keyof typeof beginning;
const each = <T>(make: (reach: Reach) => T): Readonly<Record<Reach, T>> => ({
  agency: make('agency'),
  charts: make('charts'),
});

/** By a number: an identifier, or digits of a telephone. */
const BY_KEY = each((reach) =>
  statement(
    `chart.search-key-${reach}`,
    `with hits as materialized ${beginning[reach]('$1', '$1')}
     ${SHOW}`,
  ),
);

/** By one part of a name: the youth's own, and then that of somebody in the family. */
const ONE_PART = each((reach) =>
  statement(
    `chart.search-one-${reach}`,
    `with hits as materialized (${beginning[reach]('$1', `'name'`)} union all ${beginning[reach](`'family'`, `'family'`)})
     ${SHOW}`,
  ),
);

/** Charts of which every part that was asked for begins a name of these kinds. */
const allParts = (kinds: string): string =>
  `k.kind = any (${kinds}) and k.token >= $2 and k.token < $3
       and not exists (select 1 from unnest($5::text[], $6::text[]) as p (low, high)
         where not exists (select 1 from kinfold.name_key o where o.chart = k.chart and o.kind = any (${kinds}) and o.token >= p.low and o.token < p.high))`;
const OWN_OF_MORE = `own as materialized (
     select k.chart, 'name' as by from kinfold.name_key k where ${allParts('array[$1]')} limit $4)`;
/** By more parts of a name: the youth's own, and then those that a name in the family completes. */
const MORE_PARTS = statement(
  'chart.search-more',
  `with ${OWN_OF_MORE}, hits as materialized (
     select * from own union all (select k.chart, 'family' as by from kinfold.name_key k
       where ${allParts(`array[$1, 'family']`)} and not exists (select 1 from own where own.chart = k.chart) limit $4))
   ${SHOW}`,
);
const MORE_OWN_PARTS = statement('chart.search-more-own', `with ${OWN_OF_MORE}, hits as (select * from own) ${SHOW}`);

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
 * nothing begins so. What is found by a name in the family says so (`by`): not every reader may know of that, and
 * for whoever may not, `family: false` looks by the youth's own names alone.
 */
export async function search(
  db: Db,
  through: RequestPool,
  text: string,
  limit: number,
  { family = true }: { readonly family?: boolean } = {},
): Promise<FoundRow[]> {
  const reach: Reach = through === 'staff' ? 'agency' : 'charts';
  const number = CHART_NUMBER.exec(text)?.[1];
  const numbered = number ? (await db.query<FoundRow>(BY_NUMBER, [number, limit])).rows : [];
  const digits = text.replace(/\D/g, '');
  for (const kind of kindsOf(digits.length)) {
    const token = kind === 'telephone' ? digits : foldName(text).replaceAll(' ', '');
    const { rows } = await db.query<FoundRow>(BY_KEY[reach], [kind, token, beyond(token), limit]);
    numbered.push(...rows);
  }
  if (numbered.length > 0) return once(numbered).slice(0, limit);
  const parts = [...nameTokens(text)].sort((a, b) => b.length - a.length);
  const [longest, ...others] = parts;
  if (!longest) return [];
  const begins =
    others.length === 0
      ? await db.query<FoundRow>((family ? ONE_PART : BY_KEY)[reach], ['name', longest, beyond(longest), limit])
      : await db.query<FoundRow>(family ? MORE_PARTS : MORE_OWN_PARTS, [
          'name',
          longest,
          beyond(longest),
          limit,
          others,
          others.map(beyond),
        ]);
  // A name in the family takes the place of no youth's own.
  if (begins.rows.some(({ by }) => by === 'name')) return once(begins.rows);
  const sounds = soundKeys(text);
  const least = Math.min(parts.length, sounds.length);
  const { rows } = await db.query<FoundRow>(BY_SOUND, ['sound', sounds, least, limit]);
  return once([...begins.rows, ...rows]).slice(0, limit);
}

/** What so many digits may be: a whole telephone number, one without its area code, or an identifier; under four, neither. */
function kindsOf(digits: number): readonly ('telephone' | 'identifier')[] {
  if (digits < 4) return [];
  if (digits === 10) return ['telephone', 'identifier'];
  return digits === LOCAL_DIGITS ? ['identifier', 'telephone'] : ['identifier'];
}

/** Each chart by the first of the ways it was found. */
function once(rows: readonly FoundRow[]): FoundRow[] {
  const first = new Map<string, FoundRow>();
  for (const row of rows) if (!first.has(row.chart)) first.set(row.chart, row);
  return [...first.values()];
}
