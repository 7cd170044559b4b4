import type pg from 'pg';
import { type Db, ignoreLoss, type Rows, type Statement, send } from './db.ts';

/** A transaction in progress. */
export interface Transaction extends Db {
  /**
   * Sends a statement whose answer nobody needs and waits for nothing: it travels with the next one. When it is refused, that
   * one is refused with the same error, and nothing is committed.
   */
  tell(statement: Statement, values?: readonly unknown[]): void;
  /**
   * The last statement: sent together with COMMIT, so that both cost one round trip. When it is refused, PostgreSQL
   * turns the COMMIT into a ROLLBACK. No statement may follow.
   */
  last<R = Record<string, unknown>>(statement: Statement, values?: readonly unknown[]): Promise<Rows<R>>;
}

/** A handle for work that sends one statement and it is the transaction's last. */
export const lastly = (tx: Transaction): Db => ({ query: (statement, values) => tx.last(statement, values) });

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

/**
 * Runs `work` in one transaction and returns what it returns, after COMMIT was acknowledged. BEGIN is not waited for:
 * it travels with the first statement. Any error rolls back and is thrown; an error that `work` swallowed is thrown
 * too, since PostgreSQL has then refused everything after it. A connection that was lost, or cannot roll back, leaves
 * the pool.
 */
export async function transaction<T>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect();
  const open = new OpenTransaction(client, options);
  let unusable = false;
  try {
    const result = await work(open);
    await open.commit();
    return result;
  } catch (error) {
    unusable = !(await open.rollback());
    throw error;
  } finally {
    client.release(unusable);
  }
}

/**
 * Runs `work` in one transaction that can only read, of one moment: whom the reader reaches, and every list and count, are as of its
 * first statement, so that no answer says "finished" of what another part of it does not show yet. Returns what it returns without waiting
 * for COMMIT: nothing was changed, so nothing hangs on it. A statement that writes is refused (25006). The connection goes back
 * to its pool once COMMIT was answered.
 */
export async function reading<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const open = new OpenTransaction(client, { isolation: 'repeatable read', readOnly: true });
  try {
    const result = await work(open);
    open.commit().then(
      () => client.release(),
      async () => client.release(!(await open.rollback())),
    );
    return result;
  } catch (error) {
    client.release(!(await open.rollback()));
    throw error;
  }
}

/** `in_failed_sql_transaction`: an earlier statement was refused, and this one for that reason alone. */
const ABORTED = '25P02';

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  readonly #begun: Promise<unknown>;
  #gathering = false;
  #committing: Promise<pg.QueryResult> | null = null;
  #refusal: { readonly error: unknown } | null = null;

  constructor(client: pg.PoolClient, options: TransactionOptions) {
    this.#client = client;
    this.#gather();
    this.#begun = this.#watch(client.query(beginText(options)));
  }

  /**
   * Statements sent in one turn of the event loop leave in one write: each write wakes the database by itself, and was
   * measured to cost more than most of the statements.
   */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this.#client as pg.PoolClient & { readonly connection: pg.Connection }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  query<R>(statement: Statement, values: readonly unknown[] = []): Promise<Rows<R>> {
    if (this.#committing) return Promise.reject(new Error('the transaction has had its last statement'));
    this.#gather();
    return this.#watch(this.#asked(send<R>(this.#client, statement, values)));
  }

  tell(statement: Statement, values: readonly unknown[] = []): void {
    this.query(statement, values).catch(ignoreLoss);
  }

  /** An answer; where PostgreSQL only says that an earlier statement was refused, that refusal. */
  async #asked<R>(answer: Promise<Rows<R>>): Promise<Rows<R>> {
    try {
      return await answer;
    } catch (error) {
      // Kept here already: refusals of statements that went out together are read one right after the other.
      this.#refusal ??= { error };
      throw (error as { code?: unknown }).code === ABORTED ? this.#refusal.error : error;
    }
  }

  last<R>(statement: Statement, values: readonly unknown[] = []): Promise<Rows<R>> {
    const answer = this.query<R>(statement, values);
    this.#committing ??= this.#watch(this.#client.query('COMMIT'));
    return answer;
  }

  /** Waits for COMMIT; throws the first refused statement when PostgreSQL rolled back instead. */
  async commit(): Promise<void> {
    if (!this.#committing) this.#gather();
    this.#committing ??= this.#watch(this.#client.query('COMMIT'));
    const done = await this.#committing;
    await this.#begun;
    if (done.command !== 'COMMIT') throw this.#refusal?.error ?? new Error('the transaction was rolled back');
  }

  /** Returns whether the connection is fit to be used again. */
  async rollback(): Promise<boolean> {
    try {
      await this.#client.query('ROLLBACK');
      return true;
    } catch {
      return false;
    }
  }

  /** Remembers the first refusal, and keeps a statement nobody waits for from ending the process. */
  #watch<P>(answer: Promise<P>): Promise<P> {
    answer.catch((error: unknown) => {
      this.#refusal ??= { error };
    });
    return answer;
  }
}

function beginText({ isolation, readOnly }: TransactionOptions): string {
  return ['BEGIN', isolation && `ISOLATION LEVEL ${isolation}`, readOnly && 'READ ONLY'].filter(Boolean).join(' ');
}
