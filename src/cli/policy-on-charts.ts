import type pg from 'pg';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Fact, Programme } from '#modules/facts/model.ts';
import { explainDuty } from '#modules/policy/explain/explain-duty.ts';
import { word } from '#modules/policy/explain/word.ts';
import { type AgencyImpact, Impact } from '#modules/policy/impact.ts';
import { dutyKey, evaluate, type Overrides } from '#modules/policy/index.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { Stop } from './stop.ts';

const FACTS = `(select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', f.seq, 'recordedAt', f.recorded_at, 'kind', f.kind, 'on', f.on_day, 'at', f.at, 'data', f.data,
        'category', f.category, 'supersedes', f.supersedes, 'withdraws', case when f.withdraws then true end)) order by f.seq) from kinfold.fact f where f.chart = c.id) as facts`;
const NUMBERED = plain(`select c.holder, c.programme, ${FACTS} from kinfold.chart c where c.number = $1`);
const THOSE = 'c.programme = $1 and ($2::int is null or c.holder = $2)';
const HOW_MANY = plain(`select count(*)::int as n from kinfold.chart c where ${THOSE}`);
const NEXT = plain(
  `select c.id as chart, c.holder, ${FACTS} from kinfold.chart c where ${THOSE} and ($3::uuid is null or c.id > $3) order by c.id limit $4`,
);
/** Charts held at a time: a hundred thousand histories together would not fit into the program. */
const GROUP = 500;

interface ChartFacts {
  readonly holder: number;
  readonly facts: readonly Fact[] | null;
}

/** Every duty of one chart with why it is so, by chart number. The installation's owner asks; no names are shown. */
export async function explainChart(
  owner: pg.Pool,
  shelf: PolicyShelf,
  number: number,
): Promise<{ key: string; state: string; words: string[] }[]> {
  const { rows } = await onPool(owner).query<ChartFacts & { programme: Programme }>(NUMBERED, [number]);
  const [chart] = rows;
  if (!chart) throw new Stop(`There is no chart ${number}.`, 2);
  const compiled = shelf.compiled(chart.programme, chart.holder);
  if (!compiled) throw new Stop(`No pack is loaded for ${chart.programme}.`);
  const facts = chart.facts ?? [];
  return evaluate(compiled, facts).duties.flatMap((duty) => {
    const explanation = explainDuty(compiled, facts, dutyKey(duty));
    return explanation ? [{ key: dutyKey(duty), state: duty.state, words: word(explanation, 'en') }] : [];
  });
}

/** What other numbers would change, per agency, over the charts of this database. Writes nothing; `progress` is told of each group. */
export async function impactOf(
  owner: pg.Pool,
  shelf: PolicyShelf,
  wish: { pack: string; parameters: Overrides; agency: number | null },
  progress: (done: number, all: number) => void,
  group = GROUP,
): Promise<AgencyImpact[]> {
  const pack = shelf.packs.find(({ id }) => id === wish.pack);
  if (!pack) throw new Stop(`There is no pack ${wish.pack}.`, 2);
  const counted = new Impact(shelf.compileWith(pack, {}), shelf.compileWith(pack, wish.parameters));
  const db = onPool(owner);
  const those = [pack.programme, wish.agency];
  const all = (await db.query<{ n: number }>(HOW_MANY, those)).rows[0]?.n ?? 0;
  let last: string | null = null;
  for (let done = 0; ; ) {
    const { rows }: { rows: (ChartFacts & { chart: string })[] } = await db.query(NEXT, [...those, last, group]);
    for (const { holder, chart, facts } of rows) counted.add({ agency: String(holder), chart, facts: facts ?? [] });
    last = rows.at(-1)?.chart ?? null;
    done += rows.length;
    progress(done, Math.max(done, all));
    if (rows.length < group) return counted.agencies;
  }
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
