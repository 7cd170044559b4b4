import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Connection } from '../connection.ts';
import { copyClient, copyOut } from './copy.ts';
import { frame, jsonFrame } from './frames.ts';
import { columnList, readHeader, readSequences, type TableEntry } from './inventory.ts';
import { BackupRefused } from './refused.ts';
import { seal } from './sealed-stream.ts';
import { bytesOf, filesBelow } from './stored-files.ts';
import { through } from './through.ts';

export interface BackupOptions {
  /** At least `SHORTEST_PASSPHRASE` characters. Who loses it loses the backup. */
  readonly passphrase: string;
  /** Folder of uploaded files, when they are kept on this machine. */
  readonly filesDir?: string;
  /** What values sealed in the rows open with. Without it a restored database has authenticator apps nobody can use. */
  readonly secret?: string;
  /** Gives it up; what was written of a file is deleted. */
  readonly signal?: AbortSignal;
  /** How costly a guess of the passphrase is, as a power of two; lowered only by tests, which open many backups. */
  readonly guessCost?: number;
  readonly onProgress?: (progress: BackupProgress) => void;
}

export interface BackupProgress {
  readonly step: 'rows' | 'files';
  /** Table or file just finished. */
  readonly name: string;
  readonly done: number;
  /** How many in all; not known for files. */
  readonly of: number | null;
}

export interface BackupSummary {
  readonly takenAt: string;
  /** Number of the last migration. */
  readonly migration: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes everything the database and the files folder hold, as of one moment, to one encrypted file; the program may
 * go on working meanwhile. A path gets its file only when it is complete and on disk. The content depends neither on
 * PostgreSQL's version nor on its data folder. Jobs not yet run are not part of it. Throws `BackupRefused`.
 */
export async function backup(owner: Connection, to: string | Writable, options: BackupOptions): Promise<BackupSummary> {
  const client = await copyClient(owner);
  try {
    const content = new Content(client, options);
    const sealed = seal(options.passphrase, through(createGzip({ level: 6 }), content.records()), options.guessCost);
    const bytes = typeof to === 'string' ? await writeFile(to, sealed, options.signal) : await writeStream(to, sealed);
    return { ...content.counted(), bytes };
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      const sentence = `The backup must connect as the owner of the tables, who may read every row: ${error.message}.`;
      throw new BackupRefused('may-not-read-all', sentence, { cause: error });
    }
    throw error;
  } finally {
    await client.end();
  }
}

class Content {
  readonly #client: pg.Client;
  readonly #options: BackupOptions;
  readonly #count = { takenAt: '', migration: 0, tables: 0, rows: 0, files: 0 };

  constructor(client: pg.Client, options: BackupOptions) {
    this.#client = client;
    this.#options = options;
  }

  counted(): Omit<BackupSummary, 'bytes'> {
    return { ...this.#count };
  }

  async *records(): AsyncGenerator<Buffer> {
    await this.#client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Row security off means: refuse to leave rows out. Our schema out of the path: names are written with it.
    await this.#client.query("SET LOCAL row_security = off; SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO'");
    await this.#client.query(
      "SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1; SET LOCAL intervalstyle = 'postgres'",
    );
    const header = await readHeader(this.#client);
    this.#count.takenAt = header.takenAt;
    this.#count.migration = header.migrations.at(-1)?.number ?? 0;
    const { secret } = this.#options;
    yield jsonFrame('header', secret === undefined ? header : { ...header, secret });
    for (const table of header.tables) {
      yield* this.#rowsOf(table);
      this.#tell('rows', table.name, ++this.#count.tables, header.tables.length);
    }
    yield jsonFrame('sequences', await readSequences(this.#client));
    await this.#client.query('COMMIT');
    // After the rows: every file a row names was stored before the row, so it is there by now.
    if (this.#options.filesDir) yield* this.#files(this.#options.filesDir);
    yield jsonFrame('end', this.#count);
  }

  async *#rowsOf(table: TableEntry): AsyncGenerator<Buffer> {
    yield jsonFrame('table', { name: table.name });
    const what = table.partitioned
      ? `(SELECT ${columnList(table)} FROM ${table.name})`
      : `${table.name} (${columnList(table)})`;
    let rows = 0;
    for await (const piece of copyOut(this.#client, `COPY ${what} TO STDOUT`)) {
      rows += lines(piece);
      yield frame('rows', piece);
    }
    this.#count.rows += rows;
    yield jsonFrame('table-end', { rows });
  }

  async *#files(folder: string): AsyncGenerator<Buffer> {
    for await (const name of filesBelow(folder)) {
      yield jsonFrame('file', { name });
      for await (const bytes of bytesOf(path.join(folder, name))) yield frame('bytes', bytes);
      yield jsonFrame('file-end', {});
      this.#tell('files', name, ++this.#count.files, null);
    }
  }

  #tell(step: BackupProgress['step'], name: string, done: number, of: number | null): void {
    this.#options.onProgress?.({ step, name, done, of });
  }
}

/** In COPY's text form a row is a line, and a line break inside a value is written as \n. */
function lines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Each its own draft: two backups to one path would otherwise write one file that is neither. */
async function writeFile(file: string, sealed: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<number> {
  const draft = `${file}.${randomUUID()}.part`;
  const handle = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    // Said of the folder: nobody asked for a draft.
    throw error instanceof Error ? Object.assign(error, { path: path.dirname(file) }) : error;
  });
  try {
    let bytes = 0;
    for await (const piece of sealed) {
      signal?.throwIfAborted();
      await handle.writeFile(piece);
      bytes += piece.length;
    }
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    await syncFolder(path.dirname(file));
    return bytes;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}

/** The new name itself must outlast a power cut. Not every system lets a folder be opened; there it does so soon. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function writeStream(to: Writable, sealed: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const piece of sealed) {
    if (!to.write(piece)) await once(to, 'drain');
    bytes += piece.length;
  }
  return bytes;
}
