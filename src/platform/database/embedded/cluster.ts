import { execFile } from 'node:child_process';
import { access, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { OsUser } from './os-user.ts';
import { programEnv, type Software } from './software.ts';
import { StartRefused } from './start-refused.ts';

const run = promisify(execFile);

export interface ClusterPlan {
  readonly software: Software;
  /** Where the cluster is or will be. */
  readonly folder: string;
  readonly osUser: OsUser;
  readonly user: string;
  readonly password: string;
  /** False only for tests: nothing is flushed to disk. */
  readonly durable: boolean;
}

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when complete, so a folder with
 * the right name is a whole cluster; what an interrupted start left is thrown away and made again.
 *
 * Throws `StartRefused` when the cluster is of another major version, which its files cannot be read by.
 */
export async function ensureCluster(plan: ClusterPlan): Promise<'made' | 'there'> {
  const major = await readFile(path.join(plan.folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (major === null) {
    await make(plan);
    return 'made';
  }
  if (Number(major) !== plan.software.major) {
    throw new StartRefused(
      'other-major',
      `The data folder holds a PostgreSQL ${major.trim()} database and this program brings PostgreSQL ${plan.software.major}; back up with the program that made it and restore here.`,
    );
  }
  return 'there';
}

async function make({ software, folder, osUser, user, password, durable }: ClusterPlan): Promise<void> {
  const making = `${folder}.making`;
  const passwordFile = `${folder}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (osUser.runAs) {
    await chown(making, osUser.runAs.uid, osUser.runAs.gid);
    await chown(passwordFile, osUser.runAs.uid, osUser.runAs.gid);
  }
  // Collation C: no library upgrade can change the order an index was built with.
  const args = [
    '-D',
    making,
    '-U',
    user,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
  ];
  args.push('--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync']));
  try {
    await run(software.initdb, args, { cwd: '/', env: programEnv(software), ...(osUser.runAs ?? {}) });
    await rename(making, folder);
  } catch (cause) {
    throw new StartRefused('did-not-start', `The database could not be made in ${folder}: ${lastLine(cause)}.`, {
      cause,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = text.trim().split('\n');
  const said = lines.find((line) => line.includes('error:') || line.includes('FATAL')) ?? lines.at(-1) ?? '';
  return said.replace(/\.$/, '');
}

/** Whether the cluster's folder is there at all. */
export const clusterExists = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
