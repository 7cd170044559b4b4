import type pg from 'pg';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Fact, Programme } from '#modules/facts/model.ts';
import { explainDuty } from '#modules/policy/explain/explain-duty.ts';
import { word } from '#modules/policy/explain/word.ts';
import { type AgencyImpact, impact } from '#modules/policy/impact.ts';
import { dutyKey, evaluate, type Overrides } from '#modules/policy/index.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { Stop } from './stop.ts';

const CHARTS = plain(
  `select c.id as chart, c.number, c.holder, c.programme,
     (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', f.seq, 'recordedAt', f.recorded_at, 'kind', f.kind, 'on', f.on_day, 'at', f.at, 'data', f.data,
        'category', f.category, 'supersedes', f.supersedes, 'withdraws', case when f.withdraws then true end)) order by f.seq) from kinfold.fact f where f.chart = c.id) as facts
   from kinfold.chart c where ($1::bigint is null or c.number = $1) and ($2::int is null or c.holder = $2) order by c.id`,
);

interface ChartFacts {
  readonly chart: string;
  readonly number: number;
  readonly holder: number;
  readonly programme: Programme;
  readonly facts: readonly Fact[] | null;
}

async function charts(owner: pg.Pool, number: number | null, agency: number | null): Promise<ChartFacts[]> {
  return (await onPool(owner).query<ChartFacts>(CHARTS, [number, agency])).rows;
}

/** Every duty of one chart with why it is so, by chart number. The installation's owner asks; no names are shown. */
export async function explainChart(
  owner: pg.Pool,
  shelf: PolicyShelf,
  number: number,
): Promise<{ key: string; state: string; words: string[] }[]> {
  const [chart] = await charts(owner, number, null);
  if (!chart) throw new Stop(`There is no chart ${number}.`, 2);
  const compiled = shelf.compiled(chart.programme, chart.holder);
  if (!compiled) throw new Stop(`No pack is loaded for ${chart.programme}.`);
  const facts = chart.facts ?? [];
  return evaluate(compiled, facts).duties.flatMap((duty) => {
    const explanation = explainDuty(compiled, facts, dutyKey(duty));
    return explanation ? [{ key: dutyKey(duty), state: duty.state, words: word(explanation, 'en') }] : [];
  });
}

/** What other numbers would change, per agency, over the charts of this database. Writes nothing. */
export async function impactOf(
  owner: pg.Pool,
  shelf: PolicyShelf,
  wish: { pack: string; parameters: Overrides; agency: number | null },
): Promise<AgencyImpact[]> {
  const pack = shelf.packs.find(({ id }) => id === wish.pack);
  if (!pack) throw new Stop(`There is no pack ${wish.pack}.`, 2);
  const found = (await charts(owner, null, wish.agency)).filter(({ programme }) => programme === pack.programme);
  const known = found.map(({ holder, chart, facts }) => ({ agency: String(holder), chart, facts: facts ?? [] }));
  return impact(shelf.compileWith(pack, {}), shelf.compileWith(pack, wish.parameters), known);
}

/** Reads `clause/name=value` pairs. */
export function readParameters(pairs: readonly string[]): Overrides {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value] = pair.split('=');
      if (!name || value === undefined || value === '')
        throw new Stop(`A parameter is written clause/name=value, and ${pair} is not.`, 2);
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      if (!Number.isFinite(Number(value))) throw new Stop(`${value} is neither a number nor true or false.`, 2);
      return [name, Number(value)];
    }),
  );
}
