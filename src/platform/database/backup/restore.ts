import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import type { Connection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { clientConfig, listenedPool } from '../pools.ts';
import type { BackupSummary } from './backup.ts';
import { type CopyIn, copyClient } from './copy.ts';
import { prepareTarget } from './empty-target.ts';
import { type Frame, frames, readJson } from './frames.ts';
import type { BackupHeader, SequenceEntry } from './inventory.ts';
import { Load } from './load.ts';
import { BackupRefused } from './refused.ts';
import { unseal } from './sealed-stream.ts';
import { FilesInWaiting } from './stored-files.ts';
import { through } from './through.ts';

export interface RestoreOptions {
  readonly passphrase: string;
  /** Folder of the migrations this program brings. */
  readonly migrations: string;
  /** Where uploaded files go; without it a backup that holds files is refused. */
  readonly filesDir?: string;
  /** Told once the target was found empty, and before any row goes in: what the rows' sealed values open with, if the backup says. */
  readonly onSecret?: (secret: string | null) => Promise<void>;
  readonly onProgress?: (progress: {
    readonly step: 'rows' | 'files';
    readonly name: string;
    readonly rows: number;
  }) => void;
}

export type RestoreSummary = Omit<BackupSummary, 'bytes'>;

/**
 * Fills an empty database from a backup: makes the schema the backup was taken from, takes in every row in one
 * transaction, and then applies the migrations made since. PostgreSQL may be another version than the one backed up.
 * The request roles must exist (`ensureRoles`). Nothing is kept unless the backup proved whole to its last byte.
 *
 * Throws `BackupRefused` with one sentence: wrong passphrase, damaged, incomplete, target in use or not empty.
 */
export async function restore(
  owner: Connection,
  from: string | Readable,
  options: RestoreOptions,
): Promise<RestoreSummary> {
  const source = typeof from === 'string' ? createReadStream(from, { highWaterMark: 256 * 1024 }) : from;
  const files = options.filesDir === undefined ? null : await FilesInWaiting.below(options.filesDir);
  const pool = listenedPool({ ...clientConfig(owner), max: 2 });
  const client = await copyClient(owner);
  try {
    const reader = new Reader(pool, client, files, options);
    const plain = through(createGunzip(), unseal(options.passphrase, source as AsyncIterable<Buffer>));
    for await (const record of frames(plain)) await reader.take(record);
    const summary = await reader.finish();
    await files?.keep();
    await migrate(pool, options.migrations);
    return summary;
  } finally {
    source.destroy();
    await client.end();
    await pool.end();
    await files?.discard();
  }
}

/** Takes one record after the other. */
class Reader {
  readonly #pool: pg.Pool;
  readonly #client: pg.Client;
  readonly #files: FilesInWaiting | null;
  readonly #options: RestoreOptions;
  #load: Load | null = null;
  #table: { readonly name: string; readonly copy: CopyIn } | null = null;
  #rows = 0;
  #summary: RestoreSummary | null = null;

  constructor(pool: pg.Pool, client: pg.Client, files: FilesInWaiting | null, options: RestoreOptions) {
    this.#pool = pool;
    this.#client = client;
    this.#files = files;
    this.#options = options;
  }

  async take(record: Frame): Promise<void> {
    switch (record.kind) {
      case 'header':
        return this.#begin(readJson<BackupHeader>(record));
      case 'table':
        return this.#beginTable(readJson<{ name: string }>(record).name);
      case 'rows':
        return this.#table?.copy.write(record.body);
      case 'table-end':
        return this.#endTable(readJson<{ rows: number }>(record).rows);
      case 'sequences':
        return this.#load?.sequences(readJson<readonly SequenceEntry[]>(record));
      case 'file':
        return this.#file(readJson<{ name: string }>(record).name);
      case 'bytes':
        return this.#files?.write(record.body);
      case 'file-end':
        return this.#files?.end();
      case 'end':
        this.#summary = readJson<RestoreSummary>(record);
    }
  }

  async #begin(header: BackupHeader): Promise<void> {
    await prepareTarget(this.#pool, header, this.#options.migrations);
    await this.#options.onSecret?.(header.secret ?? null);
    this.#load = await Load.begin(this.#client, header);
  }

  #beginTable(name: string): void {
    if (this.#load) this.#table = { name, copy: this.#load.into(name) };
  }

  async #endTable(expected: number): Promise<void> {
    if (!this.#table) return;
    const rows = await this.#table.copy.end();
    if (rows !== expected)
      throw new BackupRefused('damaged', `The backup's rows of ${this.#table.name} are not complete.`);
    this.#rows += rows;
    this.#options.onProgress?.({ step: 'rows', name: this.#table.name, rows });
  }

  async #file(name: string): Promise<void> {
    if (!this.#files)
      throw new BackupRefused('files-not-empty', 'The backup holds files; name the folder they shall go to.');
    await this.#files.begin(name);
    this.#options.onProgress?.({ step: 'files', name, rows: 0 });
  }

  /** Commits. Only called when the whole backup was read and every byte of it was authentic. */
  async finish(): Promise<RestoreSummary> {
    if (!this.#load || !this.#summary || this.#summary.rows !== this.#rows) {
      throw new BackupRefused('truncated', 'The backup is incomplete: its end is missing.');
    }
    await this.#load.commit();
    return this.#summary;
  }
}
