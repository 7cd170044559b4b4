import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { OsUser } from './os-user.ts';
import { StartRefused } from './start-refused.ts';

/** `KINFOLD_DATA`, else `/var/lib/kinfold` for root, else `kinfold` in the user's data home. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.KINFOLD_DATA) return path.resolve(env.KINFOLD_DATA);
  if (process.getuid?.() === 0) return '/var/lib/kinfold';
  return path.join(env.XDG_DATA_HOME || path.join(os.homedir(), '.local', 'share'), 'kinfold');
}

/** Makes the folder if it is not there. Throws `StartRefused` when it cannot be made or written. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    // As root the database runs as another user, who must pass through; what is secret inside is closed by itself.
    if (await isOurs(folder)) await close(folder);
    const probe = path.join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new StartRefused(
      'unwritable-folder',
      `The data folder ${folder} cannot be written; set KINFOLD_DATA to one that can.`,
      {
        cause,
      },
    );
  }
}

/**
 * Makes a folder and those above it, one after the other. Not by `recursive`: where a file system says that a folder it
 * cannot make is not there (under /proc), Node tries for ever.
 */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder).then(
    () => 'made' as const,
    (error: NodeJS.ErrnoException) => error,
  );
  if (made === 'made' || made.code === 'EEXIST') return;
  if (made.code !== 'ENOENT' || folder === path.dirname(folder)) throw made;
  await makeFolder(path.dirname(folder));
  await mkdir(folder);
}

/** A volume given to us may belong to somebody else and yet be ours to write: then it keeps the rights it has. */
async function close(folder: string): Promise<void> {
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM') throw error;
  });
}

/** New, or used by us before. A folder with other things in it (somebody named /tmp) keeps the rights it has. */
async function isOurs(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.length === 0 || names.includes('password');
}

/** Throws `StartRefused` naming the first folder on the way that the database's OS user may not pass through. */
export async function assertReachable(folder: string, { runAs }: OsUser): Promise<void> {
  if (!runAs) return;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const others = gid === runAs.gid ? 0o010 : 0o001;
    if ((mode & (uid === runAs.uid ? 0o100 : others)) === 0) {
      throw new StartRefused(
        'unwritable-folder',
        `The database's user may not pass through ${at}; set KINFOLD_DATA to a folder outside it.`,
      );
    }
    if (at === path.dirname(at)) return;
  }
}

/**
 * A random secret kept in the data folder, readable by its owner only; made when first asked for. Two programs asking
 * at once get the same one.
 */
export async function secretFile(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  return readFile(file, 'utf8');
}

/** Puts another secret in the place of the one that is kept, in one step: for a folder that takes over what a former one held. */
export async function replaceSecret(file: string, secret: string): Promise<void> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, secret, { mode: 0o600, flush: true });
  await rename(draft, file);
}
