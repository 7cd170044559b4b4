import type { Actor } from '#modules/access/model.ts';
import { readActor } from '#modules/record/charted.ts';
import type { Caller } from '#modules/record/command.ts';
import { notFound } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import type { ColumnMapping } from '../import/columns.ts';
import { readReferralFile } from '../import/read-file.ts';
import type { RowOutcome } from '../import/read-rows.ts';
import type { ImportDeps } from './deps.ts';
import { importRows } from './import-rows.ts';
import { COUNTED } from './queries.ts';
import { readAgainst } from './read-against.ts';
import { referralIds } from './referral-ids.ts';

const ENTER = statement('record.enter', 'select kinfold.enter($1, $2) as actor');
const BATCH = statement(
  'import.batch',
  `select b.file_name as "fileName", b.source, b.mapping, b.state, f.text from kinfold.import_batch b
   left join kinfold.import_batch_file f on f.batch = b.id where b.id = $1`,
);
const ROWS_DONE = statement('import.rows-done', 'select row from kinfold.import_row where batch = $1');
const STEP = statement('import.step', 'update kinfold.import_batch set done = done + $2 where id = $1');
const FINISH = statement(
  'import.finish',
  `update kinfold.import_batch set state = 'finished', counts = ${COUNTED} where id = $1 returning counts`,
);
const FORGET_TEXT = statement('import.forget-text', 'delete from kinfold.import_batch_file where batch = $1');

/** Rows registered together: enough that a commit costs little, few enough that a screen waits for no lock. */
const GROUP = 100;
/** Groups on their way at once: one is made ready while the database writes the others. */
const AT_ONCE = 3;

export interface ImportRun {
  readonly batch: string;
  readonly caller: Caller;
  /** Asked between groups; throwing leaves the import to be taken up again. */
  readonly between: () => void;
  /** Told in the transaction of each group. */
  readonly step?: (db: Transaction, done: number, unreadable: number) => Promise<void>;
  /** Told after each group is committed. */
  readonly progress?: (done: number, rows: number) => void;
}

export type ImportCounts = Readonly<Record<string, number>>;

/**
 * Imports the rows of a file that has been kept, from where it was left. Each row happens once: rows done are on record,
 * and charts have ids that follow from source and number. Returns the count of each outcome.
 */
export async function runImport(deps: ImportDeps, run: ImportRun): Promise<ImportCounts> {
  const { batch, caller } = run;
  const known = await inScope(deps, caller, (db, actor) => whatIsLeft(db, actor, deps, batch));
  const { actor, fileName, source, charts, here, nextGroup, rows } = known;
  let { done } = known;
  const inHand = {
    id: batch,
    caller,
    agency: actor.agency,
    programme: actor.programme,
    source,
    fileName,
    recorded: actor.capacity !== 'csa-coordinator',
    charts,
    here,
    step: async (db: Transaction, more: number, unreadable: number) => {
      await Promise.all([db.query(STEP, [batch, more]), run.step?.(db, more, unreadable)]);
    },
  };
  await inLanes(AT_ONCE, async () => {
    run.between();
    const group = nextGroup();
    if (group.length === 0) return false;
    const came = await importRows(deps, inHand, group);
    // Added once it is there: other lanes add meanwhile.
    done += came.length;
    run.progress?.(done, rows);
    return true;
  });
  return inScope(deps, caller, async (db) => {
    const finished = await db.query<{ counts: ImportCounts }>(FINISH, [batch]);
    await db.query(FORGET_TEXT, [batch]);
    return finished.rows[0]?.counts ?? {};
  });
}

/** Takes so many of what is left each time it is called; none when nothing is left. */
function inGroups<T>(things: Iterable<T>, most: number, wanted: (thing: T) => boolean): () => T[] {
  const left = things[Symbol.iterator]();
  return () => {
    const group: T[] = [];
    while (group.length < most) {
      const next = left.next();
      if (next.done) break;
      if (wanted(next.value)) group.push(next.value);
    }
    return group;
  };
}

/**
 * Repeats a step in several lanes at once, each going on as soon as its own is done, until a step says that nothing is
 * left. The first failure lets the steps under way end and is thrown.
 */
async function inLanes(count: number, step: () => Promise<boolean>): Promise<void> {
  let failed = false;
  const lane = async () => {
    try {
      while (!failed && (await step()));
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: count }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
}

async function inScope<T>(
  deps: ImportDeps,
  caller: Caller,
  work: (db: Transaction, actor: Actor) => Promise<T>,
): Promise<T> {
  return deps.seats.on(caller.seat, (pool) =>
    transaction(pool, async (db) => {
      const { rows } = await db.query<{ actor: unknown }>(ENTER, [caller.tokenHash, caller.seat]);
      return work(db, readActor(rows[0]?.actor));
    }),
  );
}

interface Kept {
  readonly fileName: string;
  readonly source: string;
  readonly mapping: ColumnMapping;
  readonly state: string;
  readonly text: string | null;
}

async function whatIsLeft(db: Db, actor: Actor, deps: ImportDeps, batch: string) {
  const kept = (await db.query<Kept>(BATCH, [batch])).rows[0];
  if (!kept) throw notFound();
  const { fileName, source, mapping } = kept;
  const base = { actor, fileName, source };
  if (kept.text === null) {
    const nothing = { charts: new Set<string>(), here: new Map<string, string>(), rows: 0, done: 0 };
    return { ...base, ...nothing, nextGroup: (): RowOutcome[] => [] };
  }
  const file = readReferralFile(kept.text);
  const before = new Set((await db.query<{ row: number }>(ROWS_DONE, [batch])).rows.map(({ row }) => row));
  const { outcomes, numbers, here } = await readAgainst(db, actor, deps, { file, mapping, source, batch });
  return {
    ...base,
    charts: new Set(numbers.map((number) => referralIds(actor.agency, source, number).chart)),
    here,
    // Read as they are asked for: the database writes one group while the next is read.
    nextGroup: inGroups(outcomes, GROUP, ({ line }) => !before.has(line)),
    rows: file.rows.length,
    done: before.size,
  };
}
