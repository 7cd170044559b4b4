import { createHash } from 'node:crypto';
import type { Actor } from '#modules/access/model.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { type ColumnMapping, missingColumns } from '../import/columns.ts';
import type { ReferralFile } from '../import/read-file.ts';
import { numbersIn, type RowOutcome, rowsOf } from '../import/read-rows.ts';
import type { ImportDeps } from './deps.ts';

const KNOWN = statement(
  'import.known',
  `select r.external_id as id, coalesce(r.fingerprint, '') as hash, r.chart from kinfold.referral r
   where r.source = $1 and r.external_id is not null
     and not exists (select 1 from kinfold.import_row i where i.batch = $2 and i.chart = r.chart and i.outcome in ('registered', 'with-tasks'))`,
);

export interface AskedFile {
  readonly file: ReferralFile;
  readonly mapping: ColumnMapping;
  readonly source: string;
  /** The import these rows belong to: what it registered itself before it was interrupted is not "already here". */
  readonly batch?: string;
}

export interface ReadAgainst {
  /** Every row as it is asked for, in the order of the file. */
  readonly outcomes: Iterable<RowOutcome>;
  /** The numbers that rows of the file may come in under; not those that are here already. */
  readonly numbers: readonly string[];
  /** The chart of a number that is here already. */
  readonly here: ReadonlyMap<string, string>;
}

/** Reads rows against what is already here from the same source, within the reader's reach. */
export async function readAgainst(
  db: Db,
  actor: Actor,
  deps: ImportDeps,
  { file, mapping, source, batch }: AskedFile,
): Promise<ReadAgainst> {
  const { rows } = await db.query<{ id: string; hash: string; chart: string }>(KNOWN, [source, batch ?? null]);
  const knownExternalIds = new Map(rows.map(({ id, hash }) => [id, hash]));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const { counties, countiesOfZip: countyOfZip } = deps;
  const context = { today: day(actor.today), source, knownExternalIds, hash, counties, countyOfZip };
  return {
    outcomes: rowsOf(file, mapping, context),
    numbers: numbersIn(file, mapping, hash).filter((number) => !knownExternalIds.has(number)),
    here: new Map(rows.map(({ id, chart }) => [id, chart])),
  };
}

/**
 * The source as it is kept. The administrator's sources are the programme's; a care management organization's own are
 * marked as its own, so that two agencies using one word for their sender never meet in each other's numbers.
 */
export function sourceFor(actor: Actor, source: string): string {
  return actor.capacity === 'csa-coordinator' ? source : `${source} (agency ${actor.agency})`;
}

/** Refuses a mapping that leaves out a column no row can be read without, or points beside the file. */
export function checkMapping(file: ReferralFile, mapping: ColumnMapping): void {
  const missing = missingColumns(mapping).map((column) => ({ field: `mapping.${column}`, code: 'missing' }));
  const beside = Object.entries(mapping).flatMap(([column, at]) =>
    at >= file.columns.length ? [{ field: `mapping.${column}`, code: 'no-such-column' }] : [],
  );
  const empty = file.rows.length === 0 ? file.problems : [];
  const problems = [...empty, ...missing, ...beside];
  if (problems.length > 0) throw new Refusal(422, 'invalid', problems);
}
