import type { Fact } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { notFound } from '#modules/record/refusal.ts';
import { rekey } from '#modules/youth/commands/rekey.ts';
import { statement } from '#platform/database/db.ts';
import type { MendedRow } from '../model.ts';
import { factsFrom, type Source } from './source-of.ts';

const MEND = statement('mending.row', 'select kinfold.mend_row($1, $2, $3, $4, $5::jsonb, $6) as done');

export interface Entry {
  readonly id: string;
  readonly reason: string;
}

/** Changes columns of a row, or takes it out of every view (`change` null), keeping what it said. False: no such row here. */
export async function mendRow(
  command: Command,
  { id, reason }: Entry,
  { table, id: row }: Source,
  change: Readonly<Record<string, unknown>> | null,
): Promise<boolean> {
  const values = [command.existing().id, id, table, row, change && JSON.stringify(change), reason];
  const { rows } = await command.db.query<{ done: boolean }>(MEND, values);
  return rows[0]?.done ?? false;
}

/** Takes a fact back. */
export function takeBack(command: Command, { kind, on, category, seq }: Fact): void {
  command.record({ kind, on, data: {}, category, supersedes: seq, withdraws: true });
}

/** People and ways to reach them are what a chart is found by; an order may keep somebody's name from it. */
const FOUND_BY: ReadonlySet<string> = new Set(['relative', 'contact_point', 'court_order']);

/** A row that never was so: it leaves every view, and with it what followed from it. */
export async function takeRowBack(
  command: Command,
  entry: Entry,
  { of, row }: { readonly of: MendedRow; readonly row: string },
): Promise<void> {
  const source = { table: of, id: row };
  const facts = await factsFrom(command, source);
  if (!(await mendRow(command, entry, source, null))) throw notFound();
  for (const fact of facts) takeBack(command, fact);
  if (FOUND_BY.has(of)) await rekey(command);
  command.detail('of', of);
}
