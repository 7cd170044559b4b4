import type { Fact } from '#modules/facts/model.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import { type Evaluate, fingerprint } from '#modules/record/evaluation.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import type { SeedChart, SeedFact, SeedRow } from './seed-chart.ts';

/** Where rows go: one table, the same columns in every row. */
export interface Sink {
  add(table: string, columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
}

export interface WriteDeps {
  readonly evaluate: Evaluate;
  readonly kinds: FactRegistry;
  /** Told how many of all rows are written, after each statement. */
  readonly progress?: (done: number, all: number) => void;
}

export type RowCounts = Readonly<Record<string, number>>;

/**
 * Writes whole charts in a few large statements, with the duties the engine makes of their facts: the rows the commands
 * would have written one by one. Throws when a fact's data is not what its kind allows.
 */
export async function writeCharts(sink: Sink, charts: readonly SeedChart[], deps: WriteDeps): Promise<RowCounts> {
  const rows = charts.flatMap((chart) => rowsOf(chart, deps));
  const shapes = new Map<string, { table: string; columns: string[]; rows: Record<string, unknown>[] }>();
  for (const { table, values } of rows) {
    const columns = Object.keys(values);
    const shape = `${table}(${columns.join()})`;
    const known = shapes.get(shape);
    if (known) known.rows.push(values);
    else shapes.set(shape, { table, columns, rows: [values] });
  }
  const counts: Record<string, number> = {};
  let done = 0;
  // Charts come first of all rows, so their shape is the first: everything else refers to them.
  for (const shape of shapes.values()) {
    await sink.add(shape.table, shape.columns, shape.rows);
    counts[shape.table] = (counts[shape.table] ?? 0) + shape.rows.length;
    done += shape.rows.length;
    deps.progress?.(done, rows.length);
  }
  return counts;
}

/** Everything one chart is made of, the chart's own row first. */
export function rowsOf(chart: SeedChart, { evaluate, kinds }: WriteDeps): SeedRow[] {
  for (const { kind, data } of chart.facts) {
    const wrong = kinds.wrongWith(kind, data, chart.programme);
    if (wrong) throw new Error(`a seeded fact is not of its kind: ${wrong}`);
  }
  const { duties, summary } = evaluate(chart.programme, chart.holder, chart.facts.map(asFact));
  const { id, agency, holder, programme, openedOn } = chart;
  const labels = { chart: id, agency, holder, programme };
  return [
    {
      table: 'chart',
      values: {
        id,
        agency,
        holder,
        programme,
        opened_on: openedOn,
        stage: summary.stage,
        stage_since: summary.since,
        evaluated_with: summary.evaluatedWith,
      },
    },
    ...chart.rows,
    ...chart.rows.filter(({ table }) => table === 'chart_left').flatMap((left) => owedThen(chart, left, evaluate)),
    ...chart.facts.map((fact) => ({ table: 'fact', values: factRow(chart, fact) })),
    ...duties.map((duty) => ({
      table: 'duty',
      values: {
        ...labels,
        key: duty.key,
        category: duty.category,
        rule: duty.rule,
        clause: duty.clause,
        root: duty.root,
        item: duty.item,
        owes: duty.owes,
        owing: duty.owing,
        force: duty.force,
        state: duty.state,
        due: duty.due,
        due_at: duty.dueAt,
        late_after: duty.lateAfter,
        late_after_at: duty.lateAfterAt,
        until: duty.until,
        paused_from: duty.pausedFrom,
        because: duty.because,
        met_on: duty.metOn,
        pattern: duty.pattern ?? null,
        open_parts: duty.openParts,
        said: fingerprint(duty),
      },
    })),
  ];
}

/** What an agency owed on the day it handed the chart over: as the facts stood before its enrolment ended. */
function owedThen(chart: SeedChart, { values: left }: SeedRow, evaluate: Evaluate): SeedRow[] {
  const until = chart.facts.findLast(
    ({ kind, agency, recordedAt }) =>
      kind === 'enrolment.ended' && agency === left['agency'] && recordedAt <= String(left['left_at']),
  );
  const known = chart.facts.filter(({ seq }) => until !== undefined && seq < until.seq);
  const { duties } = evaluate(chart.programme, Number(left['agency']), known.map(asFact));
  return duties
    .filter(({ owing, state }) => owing === 'holder' && state !== 'void')
    .map((duty) => ({
      table: 'duty_left',
      values: {
        chart: chart.id,
        agency: left['agency'],
        holder: chart.holder,
        programme: chart.programme,
        category: duty.category,
        left_at: left['left_at'],
        key: duty.key,
        rule: duty.rule,
        clause: duty.clause,
        force: duty.force,
        state: duty.state,
        owes: duty.owes,
        owing: duty.owing,
        due: duty.due,
        due_at: duty.dueAt,
        late_after: duty.lateAfter,
        late_after_at: duty.lateAfterAt,
        until: duty.until,
        paused_from: duty.pausedFrom,
        pattern: duty.pattern ?? null,
        open_parts: duty.openParts,
        met_on: duty.metOn,
      },
    }));
}

function asFact(fact: SeedFact): Fact {
  const { seq, recordedAt, kind, on, at, data, category } = fact;
  return { seq, recordedAt, kind, on: on as IsoDay, data, category, ...(at === null ? {} : { at }) };
}

function factRow(chart: SeedChart, fact: SeedFact): Record<string, unknown> {
  return {
    chart: chart.id,
    seq: fact.seq,
    recorded_at: fact.recordedAt,
    agency: fact.agency,
    holder: chart.holder,
    programme: chart.programme,
    category: fact.category,
    kind: fact.kind,
    on_day: fact.on,
    at: fact.at,
    data: fact.data,
    said_by: fact.saidBy,
    source_table: fact.source?.table ?? null,
    source_id: fact.source?.id ?? null,
  };
}
