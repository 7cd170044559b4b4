import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing/test-database.ts';
import { silentLog } from '#platform/log/log.ts';
import { type JobHandler, stopIfAsked } from './handler.ts';
import { knowJobs } from './know-jobs.ts';
import { startJobs } from './start-jobs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A kind of job of the test's own, asked for once. */
async function asked(handler: JobHandler): Promise<() => Promise<() => Promise<void>>> {
  const { pools } = database;
  await knowJobs(pools.owner, [handler]);
  await pools.owner.query('insert into kinfold.job_request (name, data) values ($1, $2)', [handler.name, '{"n":7}']);
  return async () => (await startJobs({ pools, log: silentLog, handlers: [handler], everyMs: 50 })).stop;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

test('a job cut off because the process stops loses no try by it, and is taken up by the next', async () => {
  const begun: unknown[] = [];
  let [finished, gaveUp] = [0, 0];
  const start = await asked({
    name: 'test.long',
    // One try in all: a stop that cost one would leave none.
    patience: { times: 0, seconds: 1 },
    run: async ({ data, signal }) => {
      begun.push(data);
      while (begun.length < 3) {
        stopIfAsked(signal);
        await pause(10);
      }
      finished += 1;
    },
    gaveUp: async () => {
      gaveUp += 1;
    },
  });
  for (const times of [1, 2]) {
    const stop = await start();
    await until(() => begun.length === times);
    await stop();
  }
  const stop = await start();
  await until(() => finished === 1);
  await stop();
  expect([begun, finished, gaveUp]).toEqual([Array(3).fill({ n: 7 }), 1, 0]);
});

test('a job that fails is tried as often as its kind says, and then given up once', async () => {
  const lasts: unknown[] = [];
  let tries = 0;
  const start = await asked({
    name: 'test.failing',
    patience: { times: 1, seconds: 0 },
    run: async () => {
      tries += 1;
      throw new Error('not today');
    },
    gaveUp: async ({ data }) => void lasts.push(data),
  });
  const stop = await start();
  await until(() => lasts.length > 0);
  await stop();
  expect([tries, lasts]).toEqual([2, [{ n: 7 }]]);
});
