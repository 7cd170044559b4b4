import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface MigrationFile {
  readonly number: number;
  /** The file's name without `.sql`: `0001-scope`. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * The migrations of a folder in order. Numbers run from 0001 without a gap, so that "the first n" always means the same
 * files. Throws an Error naming the file that breaks this; a folder that is not there has no migrations.
 */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name, index) => readMigration(path.join(folder, name), index + 1)));
}

async function readMigration(file: string, expected: number): Promise<MigrationFile> {
  const name = path.basename(file);
  const number = Number(NAME.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`A migration must be named like 0001-name.sql, and ${name} is not.`);
  if (number !== expected)
    throw new Error(`Migration numbers must run without a gap: ${name} stands in place ${expected}.`);
  const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  return { number, name: name.replace(/\.sql$/, ''), text, sha256: createHash('sha256').update(text).digest('hex') };
}
