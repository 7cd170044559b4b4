import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { DevServer } from './dev-server.mjs';

const STAYS = 'process.on("SIGTERM", () => process.exit(0)); process.stdout.write("up"); setInterval(() => {}, 1000)';
const ENDS = 'process.exit(1)';

let started: ChildProcess[] = [];
let server: DevServer | undefined;
afterEach(async () => {
  await server?.stop();
  started = [];
});

function serverOf(programs: readonly string[], build: () => Promise<boolean> = async () => true): DevServer {
  const start = () => {
    const program = programs[started.length] ?? STAYS;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    return child;
  };
  server = new DevServer({ build, start });
  return server;
}

const up = async (child: ChildProcess | undefined) => child?.stdout && once(child.stdout, 'data');

test('a change after a start that failed starts it again', async () => {
  const dev = serverOf([ENDS, STAYS]);
  await dev.restart();
  if (started[0]) await once(started[0], 'exit');
  await dev.restart();
  await up(started[1]);
  expect(started.map(({ exitCode }) => exitCode)).toEqual([1, null]);
});

test('the former server is gone before the next one starts, and none is left at the end', async () => {
  const dev = serverOf([STAYS, STAYS]);
  await dev.restart();
  await up(started[0]);
  await dev.restart();
  expect(started.map(({ exitCode }) => exitCode)).toEqual([0, null]);
  await up(started[1]);
  await dev.stop();
  expect(started.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
});

test('changes while it builds are one more build, not several at once', async () => {
  let [builds, atOnce] = [0, 0];
  const dev = serverOf([], async () => {
    builds += 1;
    expect(++atOnce).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atOnce -= 1;
    return true;
  });
  await Promise.all([dev.restart(), dev.restart(), dev.restart()]);
  expect(builds).toBe(2);
});

test('what does not build leaves the server as it was', async () => {
  const results = [true, false];
  const dev = serverOf([STAYS], async () => results.shift() ?? true);
  await dev.restart();
  await up(started[0]);
  await dev.restart();
  expect(started.map(({ exitCode }) => exitCode)).toEqual([null]);
});
