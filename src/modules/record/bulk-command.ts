import type { Actor } from '#modules/access/model.ts';
import { decide, type Permission } from '#modules/access/permissions.ts';
import { type Rows, type Statement, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { type Opened, readActor, readOpened } from './charted.ts';
import { type Caller, Command, type CommandDeps, close, PermissionRefusal } from './command.ts';
import { type GathersRows, insertMany } from './rows.ts';

const OPEN = statement('record.open-many', 'select kinfold.open_commands($1, $2, $3) as opened');
/** Sent along with the first: what of the charts this seat may see, where the engine knows all of it. */
const SEES = statement('record.sees', 'select kinfold.scope_categories() as categories');
const CLOSE = statement('record.close-many', 'select kinfold.close_commands($1::jsonb)');
const NO_DIGEST = Buffer.alloc(0);

export interface BulkRequest {
  readonly caller: Caller;
  readonly permission: Permission;
  readonly event: string;
  /** All charts the work may touch; their locks are taken in the order of their ids. */
  readonly charts: readonly string[];
}

/** Many commands in one transaction. Each has facts, duties and an audit row of its own; rows travel by the hundred. */
export class Bulk {
  readonly db: Transaction;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly commands = new Map<string, Command>();
  readonly #opened: ReadonlyMap<string, Opened>;
  readonly #gathered: GatheredRows;
  readonly #sees: readonly string[];

  constructor(
    db: Transaction,
    actor: Actor,
    opened: ReadonlyMap<string, Opened>,
    nowMs: number,
    sees: readonly string[],
  ) {
    this.#sees = sees;
    this.db = db;
    this.actor = actor;
    this.nowMs = nowMs;
    this.#opened = opened;
    this.#gathered = new GatheredRows(db);
  }

  has(chart: string): boolean {
    return this.#opened.has(chart);
  }

  /** The command for one of the charts asked for. */
  command(chart: string): Command {
    const opened = this.#opened.get(chart) ?? { actor: this.actor, chart: null, relations: [], facts: [], duties: [] };
    const command = new Command(this.#gathered, opened, this.nowMs, this.#sees);
    this.commands.set(chart, command);
    return command;
  }

  /** Keeps a row to be written with all others. */
  add(table: string, row: Readonly<Record<string, unknown>>): void {
    this.#gathered.gather(table, row);
  }

  flush(): void {
    this.#gathered.flush();
  }
}

/**
 * Runs commands on many charts in one transaction: all commit together or none. There is no write id: whoever calls makes
 * each unit happen once by ids that follow from what it is.
 */
export async function runCommands<A>(
  deps: CommandDeps,
  request: BulkRequest,
  work: (bulk: Bulk) => Promise<A>,
): Promise<A> {
  const { caller, permission, event, charts } = request;
  return deps.seats.on(caller.seat, (pool) =>
    transaction(pool, async (tx) => {
      const [{ rows }, seen] = await Promise.all([
        tx.query<{ opened: { actor: unknown; charts: unknown[] } }>(OPEN, [caller.tokenHash, caller.seat, charts]),
        tx.query<{ categories: string[] }>(SEES),
      ]);
      const actor = readActor(rows[0]?.opened.actor);
      const opened = new Map(
        (rows[0]?.opened.charts ?? [])
          .map((one) => readOpened({ ...(one as object), actor }))
          .map((one) => [one.chart?.id ?? '', one]),
      );
      const nowMs = deps.clock.now();
      const related = charts.length === 0 ? [[]] : charts.map((chart) => opened.get(chart)?.relations ?? []);
      for (const relations of related) {
        const decision = decide(permission, actor, relations);
        if (!decision.yes) throw new PermissionRefusal(actor, decision.reasons);
      }
      const bulk = new Bulk(tx, actor, opened, nowMs, seen.rows[0]?.categories ?? []);
      const result = await work(bulk);
      bulk.flush();
      const payloads = [...bulk.commands.values()].map(
        (command) => close(deps.evaluate, command, { event, write: null }, NO_DIGEST, null).payload,
      );
      await tx.last(CLOSE, [JSON.stringify(payloads)]);
      return result;
    }),
  );
}

/** Keeps rows back and writes each table's in one statement, in the order in which tables were first met. */
class GatheredRows implements GathersRows {
  readonly #tx: Transaction;
  readonly #rows: { table: string; columns: string[]; rows: Readonly<Record<string, unknown>>[] }[] = [];

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  query<R>(asked: Statement, values?: readonly unknown[]): Promise<Rows<R>> {
    return this.#tx.query<R>(asked, values);
  }

  tell(asked: Statement, values?: readonly unknown[]): void {
    this.#tx.tell(asked, values);
  }

  last(): never {
    throw new Error('one of many commands has no last statement of its own');
  }

  gather(table: string, row: Readonly<Record<string, unknown>>): void {
    const columns = Object.keys(row);
    const group = this.#rows.find((one) => one.table === table && sameTexts(one.columns, columns));
    if (group) group.rows.push(row);
    else this.#rows.push({ table, columns, rows: [row] });
  }

  /** Sends everything; a refusal shows when the transaction ends. */
  flush(): void {
    for (const { table, columns, rows } of this.#rows.splice(0)) {
      this.#tx.tell(insertMany(table, columns), [JSON.stringify(rows)]);
    }
  }
}

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
