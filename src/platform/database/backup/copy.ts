import { once } from 'node:events';
import pg from 'pg';
import type { Connection } from '../connection.ts';

/** What of `pg`'s wire connection a COPY needs; it is not in the package's types. */
interface Wire extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** A connection for COPY: statements one after the other, since COPY cannot share a pipelined one. */
export async function copyClient({ ssl, ...where }: Connection): Promise<pg.Client> {
  const client = new pg.Client({ ...where, ...(ssl ? { ssl: true } : {}), application_name: 'kinfold backup' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

const HIGH_WATER = 1024 * 1024;

/** Yields what `COPY … TO STDOUT` sends, in pieces of about 64 KiB; the socket rests while nobody reads. */
export async function* copyOut(client: pg.Client, text: string): AsyncGenerator<Buffer> {
  const copy = new CopyOut(text);
  client.query(copy);
  yield* copy.pieces();
}

const PIECE = 64 * 1024;

class CopyOut implements pg.Submittable {
  readonly #text: string;
  #wire: Wire | null = null;
  #held: Buffer[] = [];
  #length = 0;
  #state: 'open' | 'done' | { readonly error: Error } = 'open';
  #wake: () => void = () => {};

  constructor(text: string) {
    this.#text = text;
  }

  submit(wire: pg.Connection): void {
    this.#wire = wire as Wire;
    wire.query(this.#text);
  }

  async *pieces(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#state === 'open' && this.#length < PIECE) {
        this.#wire?.stream.resume();
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      if (typeof this.#state === 'object') throw this.#state.error;
      if (this.#length >= PIECE || (this.#state === 'done' && this.#length > 0)) yield this.#take();
      else if (this.#state === 'done') return;
    }
  }

  #take(): Buffer {
    const piece = Buffer.concat(this.#held, this.#length);
    this.#held = [];
    this.#length = 0;
    return piece;
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // A copy: `pg` reads the next packet into the same memory.
    this.#held.push(Buffer.from(chunk));
    this.#length += chunk.length;
    if (this.#length >= HIGH_WATER) this.#wire?.stream.pause();
    if (this.#length >= PIECE) this.#wake();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#state === 'open') this.#state = 'done';
    this.#wake();
  }

  handleError(error: Error): void {
    this.#state = { error };
    this.#wake();
  }
}

export interface CopyIn {
  readonly write: (chunk: Buffer) => Promise<void>;
  /** Rows taken in. Throws what the database refused. */
  readonly end: () => Promise<number>;
}

/** Starts `COPY … FROM STDIN`. `write` waits while the database is behind. */
export function copyIn(client: pg.Client, text: string): CopyIn {
  const copy = new CopyInto(text);
  client.query(copy);
  return copy;
}

class CopyInto implements pg.Submittable, CopyIn {
  readonly #text: string;
  readonly #ready = deferred<Wire>();
  readonly #done = deferred<number>();
  #rows = 0;

  constructor(text: string) {
    this.#text = text;
    // Errors are thrown by whoever writes next or ends.
    this.#ready.promise.catch(() => {});
    this.#done.promise.catch(() => {});
  }

  submit(wire: pg.Connection): void {
    wire.query(this.#text);
  }

  readonly write = async (chunk: Buffer): Promise<void> => {
    const wire = await this.#ready.promise;
    wire.sendCopyFromChunk(chunk);
    if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), this.#done.promise]);
  };

  readonly end = async (): Promise<number> => {
    (await this.#ready.promise).endCopyFrom();
    return this.#done.promise;
  };

  handleCopyInResponse(wire: Wire): void {
    this.#ready.resolve(wire);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows = Number(text.split(' ')[1] ?? 0);
  }

  handleReadyForQuery(): void {
    this.#done.resolve(this.#rows);
  }

  handleError(error: Error): void {
    this.#ready.reject(error);
    this.#done.reject(error);
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** `Promise.withResolvers` needs Node 22. */
function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
