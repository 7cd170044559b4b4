import type { Actor } from '#modules/access/model.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { type ColumnMapping, missingColumns } from '../import/columns.ts';
import type { MendedByHand, MendedRow } from '../import/mended-before.ts';
import type { ReferralFile } from '../import/read-file.ts';
import { numberFrom } from '../import/read-row.ts';
import { numbersIn, type RowOutcome, rowsOf } from '../import/read-rows.ts';
import { sourceOfAgency } from '../import/sender.ts';
import type { ImportDeps } from './deps.ts';
import { hash } from './row-hash.ts';

const KNOWN = statement(
  'import.known',
  `select r.external_id as id, coalesce(r.fingerprint, '') as hash, r.chart, r.mended
   from (select source, external_id, fingerprint, chart, false as mended from kinfold.referral
     union all select $1, external_id, fingerprint, chart, mended from kinfold.registered_beyond($1)) r
   where r.source = $1 and r.external_id is not null
     and (r.mended or not exists (select 1 from kinfold.import_row i where i.batch = $2 and i.chart = r.chart and i.outcome in ('registered', 'with-tasks')))`,
);

/**
 * Referrals of rows from the same source that somebody mended in the form: they have the form's source, and as their
 * fingerprint that of the row as it was wrong.
 */
const MENDED = statement(
  'import.mended-by-hand',
  `select r.external_id as id, coalesce(r.fingerprint, '') as hash, r.chart,
     r.as_registered -> 'youth' ->> 'firstName' as "firstName", r.as_registered -> 'youth' ->> 'lastName' as "lastName",
     r.as_registered -> 'youth' ->> 'birthDay' as "birthDay", r.as_registered ->> 'receivedOn' as "receivedOn"
   from kinfold.import_batch b join kinfold.import_row i on i.batch = b.id join kinfold.referral r on r.chart = i.chart
   where b.source = $1 and r.source <> $1 and r.external_id is not null and i.outcome in ('registered', 'with-tasks')`,
);

interface KnownRow {
  readonly id: string;
  readonly hash: string;
  readonly chart: string;
}
type KnownByName = KnownRow & Omit<MendedByHand, 'externalId'>;

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

/**
 * Reads rows against what is already here from the same source: within the reader's reach, and what their own agency
 * registered or mended. Of a row mended beyond reach the names are not known, so its number in a row that says something
 * else is a question (`id-used-before`), as with every other number used before; and so is what it was called (`row-mended-before`).
 */
export async function readAgainst(
  db: Db,
  actor: Actor,
  deps: ImportDeps,
  { file, mapping, source, batch }: AskedFile,
): Promise<ReadAgainst> {
  const [came, mended] = await Promise.all([
    db.query<KnownRow & { readonly mended: boolean }>(KNOWN, [source, batch ?? null]),
    db.query<KnownByName>(MENDED, [source]),
  ]);
  // A row without a number of its own is named by what it said, also once it was mended.
  const beyond = came.rows.filter((row) => row.mended);
  const mendedAnywhere: readonly KnownRow[] = [...mended.rows, ...beyond];
  const asItWas = mendedAnywhere.map((row) => ({ ...row, id: numberFrom(row.hash) }));
  const known = [...asItWas, ...mended.rows, ...came.rows];
  const knownExternalIds = new Map(known.map(({ id, hash }) => [id, hash]));
  const mendedByHand = mended.rows.map(({ id, ...row }) => ({ ...row, externalId: id }));
  const { counties, countiesOfZip: countyOfZip } = deps;
  // A row of the file of rows to mend says which row it was, whatever was mended in it. Two that were wrong alike were called alike.
  const mendedRows = new Map<string, MendedRow[]>();
  const calledSo = (was: string, row: MendedRow) =>
    mendedRows.set(numberFrom(was), [...(mendedRows.get(numberFrom(was)) ?? []), row]);
  for (const youth of mendedByHand) calledSo(youth.hash, { externalId: youth.externalId, youth });
  for (const { hash: was, id } of beyond) calledSo(was, { externalId: id, youth: null });
  const asked = { today: day(actor.today), source, knownExternalIds, mendedByHand, mendedRows };
  const context = { ...asked, hash, counties, countyOfZip };
  return {
    outcomes: rowsOf(file, mapping, context),
    numbers: numbersIn(file, mapping, hash).filter((number) => !knownExternalIds.has(number)),
    here: new Map(known.map(({ id, chart }) => [id, chart])),
  };
}

/**
 * The source as it is kept. The administrator's sources are the programme's; a care management organization's own are
 * marked as its own, so that two agencies using one word for their sender never meet in each other's numbers.
 */
export function sourceFor(actor: Actor, source: string): string {
  return actor.capacity === 'csa-coordinator' ? source : sourceOfAgency(source, actor.agency);
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
