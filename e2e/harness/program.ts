import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the programs answer, one for each worker: "http://localhost:41234". */
    addresses: readonly string[];
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const READY = /Kinfold is ready at (\S+)/;
const LONGEST_START = 120_000;

/**
 * Starts the program as somebody who downloaded it does, with a data folder of its own and the demo in it, once for each
 * worker, so that the journeys beside each other meet nothing of one another; stops them at the end, also when they fail.
 * With KINFOLD_JOURNEYS_AT the journeys go to a program that runs already.
 */
export default async function startPrograms(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.KINFOLD_JOURNEYS_AT;
  if (running) {
    project.provide('addresses', [running]);
    return undefined;
  }
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The program could not be built.');
  const starting = Array.from({ length: project.config.maxWorkers ?? 1 }, startProgram);
  const stop = async () => {
    const started = await Promise.allSettled(starting);
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  };
  try {
    const programs = await Promise.all(starting);
    project.provide(
      'addresses',
      programs.map(({ address }) => address),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function startProgram(): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'kinfold-journeys-'));
  const port = await freePort();
  const program = spawn(process.execPath, ['dist/kinfold.mjs', 'serve'], {
    cwd: root,
    // The identity provider of a journey stands on this machine.
    env: { ...process.env, KINFOLD_DATA: folder, PORT: String(port), KINFOLD_ISSUERS_INSIDE: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await stopped(program);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { address: await readyAddress(program), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port is free')),
      );
    });
  });
}

/** Resolves with the address once the program says that it is ready; rejects with what it said instead. */
function readyAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string) => reject(new Error(`The program did not become ready: ${why}\n${said}`));
    const timer = setTimeout(() => give('it took too long'), LONGEST_START);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = READY.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => {
      clearTimeout(timer);
      give(`it ended with ${code}`);
    });
  });
}

/** Asks the program to end, and insists when it does not within ten seconds. */
function stopped(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => program.kill('SIGKILL'), 10_000);
    program.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    program.kill('SIGTERM');
  });
}
