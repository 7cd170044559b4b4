import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Software } from '../embedded/software.ts';
import { type Embedded, startEmbedded } from '../embedded/start-embedded.ts';

const SYSTEM_15 = '/usr/lib/postgresql/15/bin';

/** The system's PostgreSQL 15, or `null` where there is none. */
export function systemPostgres15(): Software | null {
  if (!existsSync(path.join(SYSTEM_15, 'initdb'))) return null;
  return {
    initdb: path.join(SYSTEM_15, 'initdb'),
    postgres: path.join(SYSTEM_15, 'postgres'),
    major: 15,
    version: '15',
    env: {},
  };
}

/** 18, which is embedded; 15, the oldest supported, with `KINFOLD_TEST_POSTGRES=15`. */
export const majorUnderTest = (): 15 | 18 => (process.env.KINFOLD_TEST_POSTGRES === '15' ? 15 : 18);

/** Copied once per machine and version, since every test server would otherwise copy it for itself. */
export const sharedBinaries = path.join(os.tmpdir(), `kinfold-binaries-${process.getuid?.() ?? 'user'}`);

export interface ThrowawayServer extends Embedded {
  /** Stops the server and deletes its folder. */
  readonly discard: () => Promise<void>;
}

/** A server in a temporary folder, of the given major version, that does not flush to disk. */
export async function throwawayServer(major: 15 | 18 = majorUnderTest()): Promise<ThrowawayServer> {
  const software = major === 15 ? systemPostgres15() : undefined;
  if (software === null) throw new Error(`There is no PostgreSQL 15 in ${SYSTEM_15}.`);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'kinfold-test-'));
  const discardFolder = () => rm(dataDir, { recursive: true, force: true });
  try {
    const options = { dataDir, binariesDir: sharedBinaries, durable: false, ...(software ? { software } : {}) };
    const server = await startEmbedded(options);
    // Should the run end without a word, nothing of the server may stay behind.
    const lastResort = () => {
      process.kill(server.pid, 'SIGQUIT');
      rmSync(dataDir, { recursive: true, force: true });
    };
    process.once('exit', lastResort);
    const discard = async () => {
      process.off('exit', lastResort);
      await server.stop();
      await discardFolder();
    };
    return Object.assign(server, { discard });
  } catch (error) {
    await discardFolder();
    throw error;
  }
}
