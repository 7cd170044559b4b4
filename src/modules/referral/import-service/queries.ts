import { type Db, statement } from '#platform/database/db.ts';
import type { Problem } from '#shared/result.ts';
import { nameInCells } from '../import/column-names.ts';
import { applyMapping, type ColumnMapping } from '../import/columns.ts';
import { rowFingerprint } from '../import/fingerprint.ts';
import { numberFrom } from '../import/read-row.ts';
import { hash } from './row-hash.ts';

const HEAD = `b.id, b.file_name as "fileName", coalesce(b.source, '') as source, b.at,
  (select h.name from kinfold.seat_holder h where h.seat = b.by_seat) as by, b.state, b.rows, b.done, b.counts`;
const LIST = statement('import.list', `select ${HEAD} from kinfold.import_batch b order by b.at desc limit 100`);
const ONE = statement('import.one', `select ${HEAD} from kinfold.import_batch b where b.id = $1`);
const RESULTS = statement(
  'import.results',
  // A row leads to its chart for whoever sees the chart, or the referral that the own agency registered.
  `select i.row, i.outcome, coalesce(c.id, own.chart) as chart, c.number, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last) as name, i.problems,
     i.cells, b.mapping, array(select t.code from kinfold.review_task t where t.chart = i.chart and i.outcome in ('registered', 'with-tasks') order by t.code) as tasks
   from kinfold.import_row i join kinfold.import_batch b on b.id = i.batch left join kinfold.chart c on c.id = i.chart left join kinfold.youth y on y.chart = c.id
     left join lateral (select r.chart from kinfold.referral r where r.chart = i.chart limit 1) own on true
   where i.batch = $1 and i.row > $2 and ($3::text is null or i.outcome = $3) order by i.row limit $4`,
);
/** The administrator's thin row of youth who are elsewhere by now; nothing for anybody else. */
const ELSEWHERE = statement(
  'import.names-elsewhere',
  `select chart, concat_ws(' ', coalesce(preferred, first), last) as name from kinfold.known_youths($1, '{}')`,
);
/** What became of the rows of an import, `$1`, each outcome with how many. */
export const COUNTED = `(select coalesce(jsonb_object_agg(outcome, n), '{}') from (select outcome, count(*) as n from kinfold.import_row where batch = $1 group by outcome) c)`;

const REJECTS = statement(
  'import.rejected-rows',
  `select b.columns, b.mapping, b.file_name as "fileName",
     (select coalesce(jsonb_agg(jsonb_build_object('line', i.row, 'cells', i.cells, 'problems', i.problems) order by i.row), '[]')
      from kinfold.import_row i where i.batch = b.id and i.outcome = 'unreadable') as rows
   from kinfold.import_batch b where b.id = $1`,
);

export interface ImportHead {
  id: string;
  fileName: string;
  source: string;
  at: string;
  by: string | null;
  state: 'running' | 'finished' | 'stopped';
  rows: number;
  done: number;
  counts: Record<string, number>;
}

export interface ImportResult {
  row: number;
  outcome: string;
  chart: string | null;
  number: number | null;
  name: string | null;
  problems: Problem[];
  tasks: string[];
}

/** As stored: the cells of a row that could not be read, and where the file has its columns. */
type StoredResult = ImportResult & { readonly cells: string[] | null; readonly mapping: ColumnMapping | null };

export async function imports(db: Db): Promise<ImportHead[]> {
  return (await db.query<ImportHead>(LIST)).rows;
}

export async function importHead(db: Db, id: string): Promise<ImportHead | null> {
  return (await db.query<ImportHead>(ONE, [id])).rows[0] ?? null;
}

export async function results(
  db: Db,
  id: string,
  wish: { after: number; outcome?: string | undefined; limit: number },
): Promise<ImportResult[]> {
  const { rows } = await db.query<StoredResult>(RESULTS, [id, wish.after, wish.outcome ?? null, wish.limit]);
  const names = await namesElsewhere(
    db,
    rows.flatMap(({ chart, name }) => (chart && !name ? [chart] : [])),
  );
  return rows.map(({ cells, mapping, ...row }) => ({
    ...row,
    name: row.name || names.get(row.chart ?? '') || (cells && mapping ? nameInCells(cells, mapping) : null),
  }));
}

async function namesElsewhere(db: Db, charts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (charts.length === 0) return new Map();
  const { rows } = await db.query<{ chart: string; name: string }>(ELSEWHERE, [charts]);
  return new Map(rows.map(({ chart, name }) => [chart, name]));
}

export interface Rejected {
  readonly columns: string[];
  readonly fileName: string;
  readonly rows: { line: number; cells: string[]; problems: Problem[]; was: string }[];
}

type StoredRejects = Omit<Rejected, 'rows'> & {
  readonly mapping: ColumnMapping | null;
  readonly rows: Omit<Rejected['rows'][number], 'was'>[];
};

/** The rows to mend of an import, each with what it is called, by which it is known again however it is mended. */
export async function rejected(db: Db, id: string): Promise<Rejected | null> {
  const found = (await db.query<StoredRejects>(REJECTS, [id])).rows[0];
  if (!found) return null;
  const { mapping, ...file } = found;
  const called = (cells: string[]) => numberFrom(hash(rowFingerprint(applyMapping(cells, mapping ?? {}))));
  return { ...file, rows: file.rows.map((row) => ({ ...row, was: called(row.cells) })) };
}
