import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BackupRefused } from './refused.ts';

/** Paths of the files below a folder, relative and with forward slashes, in order. */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesBelow(folder, name);
    if (entry.isFile()) yield name;
  }
}

/** A file's bytes; nothing when it was deleted since the folder was read. */
export async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file, { highWaterMark: 256 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
}

/**
 * Where restored files wait until the rows are committed: a folder beside the target, moved there at the end. Throws
 * `BackupRefused` when the target holds files already.
 */
export class FilesInWaiting {
  readonly #target: string;
  readonly #waiting: string;
  #open: FileHandle | null = null;
  #count = 0;

  private constructor(target: string) {
    this.#target = path.resolve(target);
    this.#waiting = `${this.#target}.restoring`;
  }

  static async below(target: string): Promise<FilesInWaiting> {
    const there = await readdir(target).catch(() => []);
    if (there.length > 0) throw new BackupRefused('files-not-empty', `The folder for files, ${target}, is not empty.`);
    const files = new FilesInWaiting(target);
    await rm(files.#waiting, { recursive: true, force: true });
    return files;
  }

  async begin(name: string): Promise<void> {
    const file = path.resolve(this.#waiting, name);
    if (!file.startsWith(this.#waiting + path.sep)) {
      throw new BackupRefused('damaged', 'The backup holds a file with a path that leads outside.');
    }
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    this.#open = await open(file, 'wx', 0o600);
  }

  async write(bytes: Buffer): Promise<void> {
    await this.#open?.writeFile(bytes);
  }

  async end(): Promise<void> {
    await this.#open?.sync();
    await this.#open?.close();
    this.#open = null;
    this.#count += 1;
  }

  /** Moves everything to its place. */
  async keep(): Promise<void> {
    if (this.#count === 0) return;
    await mkdir(path.dirname(this.#target), { recursive: true });
    await rm(this.#target, { recursive: true, force: true });
    await rename(this.#waiting, this.#target);
  }

  async discard(): Promise<void> {
    await this.#open?.close();
    await rm(this.#waiting, { recursive: true, force: true });
  }
}
