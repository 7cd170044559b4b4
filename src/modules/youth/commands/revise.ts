import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { type Statement, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { familyOf } from '../queries.ts';

const PART = {
  youth: 'youth',
  relative: 'relatives',
  contact_point: 'contactPoints',
  coverage: 'coverage',
  school: 'schools',
} as const;
export type RevisedTable = keyof typeof PART;

export interface Revision {
  readonly table: RevisedTable;
  /** The row; the youth's own is named by the chart. */
  readonly row: string;
  /** The revision the writer had before them. */
  readonly base: number;
  /** Column names are the program's own. */
  readonly columns: Readonly<Record<string, unknown>>;
  /** What the writer sent, given back beside what is there now when it was changed meanwhile. */
  readonly yours: unknown;
}

const made = new Map<string, Statement>();

/** `update` of the given columns, one prepared statement for each shape. */
function updating(table: RevisedTable, columns: readonly string[]): Statement {
  const shape = `${table}(${columns.join()})`;
  const known = made.get(shape);
  if (known) return known;
  const sets = columns.map((column, at) => `${column} = $${at + 4}`).join(', ');
  const key = table === 'youth' ? 'chart = $2' : 'id = $2 and to_day is null';
  const text = `update kinfold.${table} set ${sets}, revision = revision + 1 where chart = $1 and ${key} and revision = $3 returning revision`;
  const fresh = statement(`youth.revise-${table}.${made.size}`, text);
  made.set(shape, fresh);
  return fresh;
}

/** Changes one row and returns its new revision. A change made from an older one is a 409 with both versions in `extra`. */
export async function revise(command: Command, revision: Revision): Promise<{ revision: number }> {
  const { table, row, base, columns, yours } = revision;
  const chart = command.existing().id;
  const names = Object.keys(columns);
  const values = [chart, row, base, ...names.map((name) => columns[name] ?? null)];
  const { rows } = await command.db.query<{ revision: number }>(updating(table, names), values);
  const [changed] = rows;
  if (changed) {
    command.detail('revision', changed.revision);
    return { revision: changed.revision };
  }
  const family = await familyOf(command.db, chart, command.actor.today);
  const part = family?.[PART[table]];
  const current = Array.isArray(part) ? part.find(({ id }) => id === row) : part;
  if (!current) throw notFound();
  throw new Refusal(409, 'changed-meanwhile', [], { yours, current });
}

const ENDS = {
  relative: 'revision = revision + 1',
  contact_point: 'revision = revision + 1',
  coverage: 'revision = revision + 1',
  school: 'revision = revision + 1',
  court_order: 'ended_reason = $4',
  alert: null,
} as const;
export type EndedTable = keyof typeof ENDS;

const ENDINGS = Object.fromEntries(
  (Object.keys(ENDS) as EndedTable[]).map((table) => [
    table,
    statement(
      `youth.end-${table}`,
      `update kinfold.${table} set to_day = $3${ENDS[table] ? `, ${ENDS[table]}` : ''} where chart = $1 and id = $2 and to_day is null and from_day <= $3 returning id`,
    ),
  ]),
);
const BEGAN = Object.fromEntries(
  (Object.keys(ENDS) as EndedTable[]).map((table) => [
    table,
    statement(`youth.began-${table}`, `select to_day as "to" from kinfold.${table} where chart = $1 and id = $2`),
  ]),
);

/** Says from when on something is no longer so. The row stays; only days that have come can end anything. */
export async function endRow(
  command: Command,
  table: EndedTable,
  row: string,
  { on, reason }: { readonly on: string; readonly reason: string | null },
): Promise<void> {
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  const chart = command.existing().id;
  const [ending, began] = [ENDINGS[table], BEGAN[table]];
  if (!ending || !began) throw new Error(`no ending for ${table}`);
  const values = table === 'court_order' ? [chart, row, on, reason] : [chart, row, on];
  const ended = await command.db.query(ending, values);
  if (ended.rowCount > 0) return;
  const { rows } = await command.db.query<{ to: string | null }>(began, [chart, row]);
  const [there] = rows;
  if (!there) throw notFound();
  throw there.to === null ? wrongField('on', 'before-it-began') : new Refusal(409, 'ended-already');
}
