import type pg from 'pg';

/** One SQL statement. With a name it is prepared once per connection; without, it is sent as it is. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

export interface Rows<R> {
  readonly rows: R[];
  /** Rows returned or changed. */
  readonly rowCount: number;
}

/** Anything statements can be sent to: a pool, or the transaction one is inside of. */
export interface Db {
  query<R = Record<string, unknown>>(statement: Statement, values?: readonly unknown[]): Promise<Rows<R>>;
}

const declared = new Map<string, string>();

/**
 * Declares a named prepared statement. The name is the program's own (`chart.open`), at most 63 bytes. Throws when two
 * different texts claim one name, since the second would run as the first.
 */
export function statement(name: string, text: string): Statement {
  if (Buffer.byteLength(name) > 63) throw new Error(`statement name longer than 63 bytes: ${name}`);
  const before = declared.get(name);
  if (before !== undefined && before !== text) throw new Error(`two statements are named ${name}`);
  declared.set(name, text);
  return { name, text };
}

/**
 * A statement run seldom or with generated text: not prepared under a name. Without values it may be several, separated
 * by semicolons; the answer is then the last one's.
 */
export const plain = (text: string): Statement => ({ text });

/** Sends one statement on a client and reads the answer. */
export async function send<R>(
  client: pg.ClientBase,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<Rows<R>> {
  const config = name === undefined ? { text } : { name, text };
  const answer: pg.QueryResult | pg.QueryResult[] = await client.query({ ...config, values: [...values] });
  const result = Array.isArray(answer) ? answer.at(-1) : answer;
  return { rows: (result?.rows ?? []) as R[], rowCount: result?.rowCount ?? 0 };
}

/**
 * A handle that runs each statement by itself, on whichever connection of the pool is free. A refused statement (a
 * constraint, say) keeps the connection; a lost connection leaves the pool.
 */
export function onPool(pool: pg.Pool): Db {
  return {
    async query<R>(statement: Statement, values: readonly unknown[] = []): Promise<Rows<R>> {
      const client = await pool.connect();
      try {
        return await send<R>(client, statement, values);
      } finally {
        client.release();
      }
    },
  };
}

/** A connection lost is reported through the query that was waiting; without a listener the same event would end the process. */
export function ignoreLoss(): void {}
