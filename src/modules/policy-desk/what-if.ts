import type pg from 'pg';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Fact, Programme } from '#modules/facts/model.ts';
import {
  type Change,
  type ChangeCounts,
  ChangesByRule,
  type Compiled,
  changesBetween,
  dutyKey,
  type EarlierNumbers,
  evaluate,
  type Overrides,
  type RuleChanges,
  type Words,
} from '#modules/policy/index.ts';
import { onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';

const CHARTS = statement(
  'policy.charts-after',
  'select id, number from kinfold.chart where holder = $1 and id > $2::uuid order by id limit $3',
);
const NAME = statement('policy.agency-name', 'select name from kinfold.agency where id = $1');
const ENTER_SYSTEM = statement('policy.enter-system', 'select kinfold.enter_system($1, $2, $3)');
const FACTS = statement(
  'policy.facts-of-many',
  `select chart, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', seq, 'recordedAt', recorded_at, 'kind', kind, 'on', on_day, 'at', at,
     'data', data, 'category', category, 'supersedes', supersedes, 'withdraws', case when withdraws then true end)) order by seq) as facts
   from kinfold.fact where chart = any ($1::uuid[]) group by chart`,
);

const GROUP = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Changes shown by name. */
const SAMPLE = 50;

export interface WhatIfDeps {
  readonly owner: pg.Pool;
  readonly engine: pg.Pool;
  readonly shelf: PolicyShelf;
}

export interface WhatIfQuestion {
  readonly programme: Programme;
  readonly agency: number;
  /** The day the numbers asked about would count from. */
  readonly today: CalendarDay;
  /** Numbers instead of those in force; null: the default. */
  readonly overrides: readonly { readonly parameter: string; readonly value: number | boolean | null }[];
  /** Categories and charts of the sample: what whoever asks may see. */
  readonly categories: readonly string[];
  readonly seesCharts: boolean;
}

export interface WhatIfAnswer {
  readonly charts: number;
  readonly changed: ChangeCounts;
  /** The agency's name: what it asks beforehand changes nothing for any other. */
  readonly agency: string;
  /** The duties that would change, those with most changes first. */
  readonly byRule: readonly RuleChanges[];
  readonly sample: readonly {
    chart: string;
    number: number;
    rule: string;
    title: Words;
    change: string;
    before: string | null;
    after: string | null;
  }[];
}

/** The numbers with some of them replaced. */
export function replaced(overrides: Overrides, by: WhatIfQuestion['overrides']): Overrides {
  const wanted: Record<string, number | boolean> = { ...overrides };
  for (const { parameter, value } of by) {
    if (value === null) delete wanted[parameter];
    else wanted[parameter] = value;
  }
  return wanted;
}

/** The numbers there were before those asked about, as they will be told once these are set. */
function earlierThan({ earlier, overrides }: Compiled, today: CalendarDay): EarlierNumbers[] {
  const before = earlier.map(({ until, compiled }) => ({ until, parameters: compiled.overrides }));
  return before.at(-1)?.until === today ? before : [...before, { until: today, parameters: overrides }];
}

/**
 * Counts what other numbers would change over all charts an agency holds. Reads facts under the system actor's scope, a
 * group at a time without locks, and writes nothing. `step` is told after each group and may throw to stop.
 */
export async function whatIf(
  deps: WhatIfDeps,
  question: WhatIfQuestion,
  step: (charts: number) => Promise<void>,
): Promise<WhatIfAnswer> {
  const { programme, agency } = question;
  const before = deps.shelf.compiled(programme, agency);
  const counted = new ChangesByRule();
  const sample: WhatIfAnswer['sample'][number][] = [];
  let [charts, last] = [0, FIRST];
  const name = (await onPool(deps.owner).query<{ name: string }>(NAME, [agency])).rows[0]?.name ?? '';
  if (!before) return { charts, agency: name, changed: counted.all, byRule: [], sample };
  const after = deps.shelf.compileWith(
    before.pack,
    replaced(before.overrides, question.overrides),
    earlierThan(before, question.today),
  );
  for (;;) {
    const { rows } = await onPool(deps.owner).query<{ id: string; number: number }>(CHARTS, [agency, last, GROUP]);
    if (rows.length === 0) {
      return { charts, agency: name, changed: counted.all, byRule: counted.inWords(before.pack), sample };
    }
    last = rows.at(-1)?.id ?? last;
    charts += rows.length;
    const facts = await factsOf(
      deps.engine,
      programme,
      rows.map(({ id }) => id),
    );
    const changes = [...facts].flatMap(([chart, known]) => changesBetween(before, after, { chart, facts: known }));
    counted.add(changes);
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    if (question.seesCharts && sample.length < SAMPLE)
      sample.push(...shown(changes, { before, after, facts, numbers, question }).slice(0, SAMPLE - sample.length));
    await step(rows.length);
  }
}

async function factsOf(engine: pg.Pool, programme: Programme, charts: readonly string[]): Promise<Map<string, Fact[]>> {
  return transaction(engine, async (tx) => {
    void tx.query(ENTER_SYSTEM, ['what-if', programme, charts]);
    const { rows } = await tx.query<{ chart: string; facts: Fact[] }>(FACTS, [charts]);
    return new Map(rows.map(({ chart, facts }) => [chart, facts]));
  });
}

interface Known {
  readonly before: Compiled;
  readonly after: Compiled;
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly question: WhatIfQuestion;
}

/** Of the first changes, those whose duty is of a category the asker may see. */
function shown(
  changes: readonly Change[],
  { before, after, facts, numbers, question }: Known,
): WhatIfAnswer['sample'][number][] {
  return changes.slice(0, SAMPLE).flatMap(({ chart, key, rule, change, before: was, after: is }) => {
    const known = facts.get(chart) ?? [];
    const duties = [before, after].flatMap((compiled) =>
      evaluate(compiled, known).duties.filter((duty) => dutyKey(duty) === key),
    );
    const [duty] = duties;
    if (!duty || !duties.every(({ category }) => question.categories.includes(category))) return [];
    const { title } = duty;
    const day = (value: typeof was) => (value === null ? null : isoDay(value));
    return [{ chart, number: numbers.get(chart) ?? 0, rule, title, change, before: day(was), after: day(is) }];
  });
}
