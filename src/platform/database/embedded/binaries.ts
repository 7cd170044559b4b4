import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { platformPackage } from './platform-package.ts';
import type { Software } from './software.ts';
import { StartRefused } from './start-refused.ts';

/** Needed only to compile against PostgreSQL, not to run it: a third of the size. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^libecpg|^libpgtypes/;

/**
 * PostgreSQL where the database's OS user can read and run it: a copy of the platform package under
 * `folder/<version>`, made once per version. The clone itself may lie under a folder only its owner may enter, and may
 * be replaced under a running server by an install. Two programs copying at once is harmless: the last rename loses.
 */
export async function preparedBinaries(folder: string): Promise<Software> {
  const { native, version } = await platformPackage();
  const place = path.join(folder, version);
  if (!(await exists(path.join(place, 'bin', 'postgres')))) await copyInto(place, native);
  return {
    initdb: path.join(place, 'bin', 'initdb'),
    postgres: path.join(place, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
    version,
    env: { LD_LIBRARY_PATH: path.join(place, 'lib') },
  };
}

/** Copies in one step: `place` is there wholly or not at all. */
export async function copyInto(place: string, native: string): Promise<void> {
  const making = `${place}.making-${randomUUID()}`;
  await rm(making, { recursive: true, force: true });
  try {
    await copyFolder(native, making);
    await repairLinks(native, making);
    await rename(making, place);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (await exists(place)) return;
    throw new StartRefused(
      'missing-binaries',
      `The embedded PostgreSQL could not be copied to ${place}: ${text(error)}.`,
      {
        cause: error,
      },
    );
  }
}

/** Copies files and folders, everyone may read; links are left out, since an install without scripts has none. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_NEEDED.test(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    if (entry.isFile()) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, path.basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the library links the package lists in `pg-symlinks.json` (its install script would, but install scripts are
 * often blocked). Without them the programs do not find their own libraries.
 */
async function repairLinks(native: string, copy: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly Link[]) {
    const [from, to] = [source, target].map((name) => path.join(copy, path.relative('native', name)));
    if (from === undefined || to === undefined || !(await exists(from)) || (await exists(to))) continue;
    await symlink(path.relative(path.dirname(to), from), to);
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));
