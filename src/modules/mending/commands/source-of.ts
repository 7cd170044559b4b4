import type { Fact } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { statement } from '#platform/database/db.ts';

/** The row a fact came from. */
export interface Source {
  readonly table: string;
  readonly id: string;
}

const SOURCES = statement(
  'mending.sources',
  'select seq, agency, source_table as "table", source_id as id from kinfold.fact_sources($1)',
);

interface Sourced {
  readonly seq: number;
  /** Who recorded it. */
  readonly agency: number;
  readonly table: string | null;
  readonly id: string | null;
}

const sources = async (command: Command): Promise<Sourced[]> =>
  (await command.db.query<Sourced>(SOURCES, [command.existing().id])).rows;

/** Who recorded a fact, and the row it came from if any. */
export async function sourceOf(
  command: Command,
  { seq }: Fact,
): Promise<{ readonly agency: number | null; readonly source: Source | null }> {
  const found = (await sources(command)).find((one) => one.seq === seq);
  const { table, id } = found ?? {};
  return { agency: found?.agency ?? null, source: table && id ? { table, id } : null };
}

/** What still stands of the chart: neither superseded nor a withdrawal. */
export function standingFacts(command: Command): readonly Fact[] {
  const superseded = new Set(command.facts.map(({ supersedes }) => supersedes));
  return command.facts.filter(({ seq, withdraws }) => !withdraws && !superseded.has(seq));
}

/** Facts that stand and came from one row. */
export async function factsFrom(command: Command, { table, id }: Source): Promise<readonly Fact[]> {
  const from = new Set(
    (await sources(command)).filter((one) => one.table === table && one.id === id).map(({ seq }) => seq),
  );
  return standingFacts(command).filter(({ seq }) => from.has(seq));
}
