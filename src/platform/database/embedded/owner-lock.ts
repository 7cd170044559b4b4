import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive, ourIdentity, type ProcessIdentity } from './process-identity.ts';
import { StartRefused } from './start-refused.ts';

export interface OwnerLock {
  readonly release: () => Promise<void>;
}

/** The process that owns a data folder. */
export interface Owner extends ProcessIdentity {
  /** It keeps the database running until it is told to stop, and others may work on it meanwhile. */
  readonly serves: boolean;
}

export class FolderInUse extends StartRefused {
  readonly owner: Owner;
  constructor(owner: Owner) {
    super('data-folder-in-use', `The data folder is in use by the process with pid ${owner.pid}.`);
    this.owner = owner;
  }
}

/**
 * Makes this process the one owner of a data folder, until released or dead. A lock left behind by a killed process is
 * taken over by exactly one successor. Throws `FolderInUse` naming the pid when a living process owns the folder.
 */
export async function lockFolder(file: string, serves = false): Promise<OwnerLock> {
  const mine = JSON.stringify({ ...(await ourIdentity()), serves, token: randomUUID() });
  const draft = `${file}.${process.pid}-${randomUUID()}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    const holder = await claim(file, draft);
    if (holder) throw new FolderInUse(holder);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    release: async () => {
      if ((await content(file).catch(() => null)) === mine) await rm(file, { force: true });
    },
  };
}

/**
 * Puts our draft in the place of `file`; `null` on success, else the living holder. `link` fails when the file is
 * there, so a free lock has one winner. A dead holder's lock is replaced only by whoever holds the lock named after
 * that very holder, so two successors cannot each throw the other out; that lock is itself taken the same way.
 */
async function claim(file: string, draft: string): Promise<Owner | null> {
  for (;;) {
    if (await linked(draft, file)) return null;
    const seen = await content(file);
    if (seen === null) continue;
    const holder = parse(seen);
    if (holder && (await isAlive(holder))) return holder;

    const turn = `${file}.after-${createHash('sha256').update(seen).digest('hex').slice(0, 12)}`;
    const other = await claim(turn, draft);
    if (other) return other;
    const stillDead = (await content(file)) === seen;
    if (stillDead) await replaceBy(draft, file);
    await rm(turn, { force: true });
    if (stillDead) return null;
  }
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A second name for the draft, moved over the file in one step; the draft stays for its other uses. */
async function replaceBy(draft: string, file: string): Promise<void> {
  const copy = `${draft}-copy`;
  await writeFile(copy, await readFile(draft), { mode: 0o600 });
  await rename(copy, file);
}

/** Null where there is no lock. One that cannot be read is somebody's, and looking again would not change that. */
const content = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    const sentence = `The file ${file}, which says who uses the data folder, cannot be read by whoever runs this.`;
    throw new StartRefused('unwritable-folder', sentence, { cause });
  });

/** `null` for a lock nobody can be behind: cut short by a power loss. */
function parse(text: string): Owner | null {
  try {
    const { pid, started, serves } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started, serves: serves === true } : null;
  } catch {
    return null;
  }
}
