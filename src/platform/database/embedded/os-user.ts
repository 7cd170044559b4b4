import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import { promisify } from 'node:util';
import { StartRefused } from './start-refused.ts';

/** The operating system's user the database runs as; `null` in `runAs` means: as ourselves. */
export interface OsUser {
  readonly runAs: { readonly uid: number; readonly gid: number } | null;
}

const run = promisify(execFile);
const NAME = 'kinfold';

/**
 * PostgreSQL refuses to run as root and needs a user with an entry in the password file. As root that is the owner of
 * a cluster already there, else the user `kinfold`, created when missing. Throws `StartRefused` when there is none.
 */
export async function databaseUser(clusterFolder: string): Promise<OsUser> {
  if (process.getuid?.() !== 0) return ourselves();
  const owner = await stat(clusterFolder).catch(() => null);
  if (owner && owner.uid !== 0) return { runAs: { uid: owner.uid, gid: owner.gid } };
  const user = (await lookUp(NAME)) ?? (await create()) ?? (await lookUp('postgres'));
  if (user) return { runAs: user };
  throw new StartRefused(
    'no-os-user',
    `PostgreSQL cannot run as root and the user ${NAME} could not be created; create it (useradd --system ${NAME}) or set DATABASE_URL.`,
  );
}

function ourselves(): OsUser {
  try {
    os.userInfo();
    return { runAs: null };
  } catch (cause) {
    throw new StartRefused(
      'no-os-user',
      `PostgreSQL needs the current user (uid ${process.getuid?.()}) to have an entry in /etc/passwd; add one or set DATABASE_URL.`,
      { cause },
    );
  }
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | null> {
  const entries = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, , uid, gid] =
    entries
      .split('\n')
      .map((line) => line.split(':'))
      .find(([user]) => user === name) ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Debian, Fedora and most others have useradd; Alpine's adduser is another program with other words. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]],
  ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]],
];

async function create(): Promise<{ uid: number; gid: number } | null> {
  for (const [program, args] of WAYS) {
    await run(program, args).catch(() => null);
    const made = await lookUp(NAME);
    if (made) return made;
  }
  return null;
}
