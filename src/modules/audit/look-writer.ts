import type { Actor } from '#modules/access/model.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

/** One look: who saw which charts through which operation, or was refused. Never the search text, never a name. */
export interface Look {
  readonly actor: Actor | null;
  /** Who asked, when entering or the database refused before there was an actor: looked up there, not believed. */
  readonly caller?: { readonly tokenHash: Buffer; readonly seat: string } | undefined;
  readonly operation: string;
  readonly outcome: 'looked' | 'refused' | 'done';
  readonly chart?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

const APPEND = statement('audit.append-looks', 'select kinfold.append_looks($1::jsonb)');

/**
 * Writes looks durably before the answer goes out, many in one commit: while one group is being written the next
 * gathers, so the number of commits follows the disk, not the number of readers.
 */
export class LookWriter {
  readonly #db: Db;
  #gathering: Look[] = [];
  #next: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(engine: Db) {
    this.#db = engine;
  }

  /** Resolves when the look is on disk; rejects when it could not be written, and then nothing may be shown. */
  append(look: Look): Promise<void> {
    this.#gathering.push(look);
    this.#next ??= this.#writing.catch(() => {}).then(() => this.#flush());
    return this.#next;
  }

  async #flush(): Promise<void> {
    const group = this.#gathering;
    this.#gathering = [];
    this.#next = null;
    this.#writing = this.#db.query(APPEND, [JSON.stringify(group.map(rowOf))]).then(() => {});
    await this.#writing;
  }
}

function rowOf({ actor, caller, operation, outcome, chart, details }: Look) {
  return {
    person: actor?.person,
    seat: actor?.seat,
    session: actor?.session,
    capacity: actor?.capacity,
    agency: actor?.agency,
    programme: actor?.programme,
    ...(actor || !caller ? {} : { token: caller.tokenHash.toString('hex'), asSeat: caller.seat }),
    chart,
    operation,
    outcome,
    details: details ?? {},
  };
}
