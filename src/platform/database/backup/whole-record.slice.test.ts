import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#modules/audit/seal/seal-all.builder.ts';
import { startSealer } from '#modules/audit/seal/sealer.ts';
import { verifyAudit } from '#modules/audit/seal/verify.ts';
import { enrolYouth, requestsTo } from '#modules/record/matrix/enrolled-youth.builder.ts';
import { addSeat } from '#modules/record/testing/world.builder.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { silentLog } from '#platform/log/log.ts';
import { projectFolder } from '../../../project-folder.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import type { Connection } from '../connection.ts';
import { withPool } from '../pools.ts';
import { ensureRoles } from '../roles.ts';
import { emptyDatabase, type TestDatabase } from '../testing/test-database.ts';
import { systemPostgres15, type ThrowawayServer, throwawayServer } from '../testing/throwaway-server.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { contents, SAMPLE_KEY } from './sample.builder.ts';

const TODAY = '2026-10-12';
const opening = { ...SAMPLE_KEY, migrations: path.join(projectFolder, 'db/migrations') };
let world: TestApp;
let source: Connection;
let again: TestDatabase;
let older: ThrowawayServer | null = null;
let folder: string;

/** A chart from its referral to a note and its amendment, with looks, duties, and an audit of which a part is sealed. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-whole-'));
  world = await testApp(`${TODAY}T18:20:00Z`);
  again = await emptyDatabase();
  const { owner } = world.pools;
  const csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  const supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  const careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  const chart = await enrolYouth(world.app, { csa, supervisor, careManager, agency: 15, on: TODAY });
  const sealer = await startSealer({ owner, headsFile: null, clock: systemClock, log: silentLog });
  await sealAll(sealer, owner);
  await sealer.stop();
  const ask = requestsTo(world.app);
  const note = { made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: 'Zoë said “hello”.\n\t\\N' };
  expect((await ask.post(careManager, `/api/charts/${chart}/contacts`, note)).statusCode).toBe(200);
  expect((await ask.get(careManager, `/api/charts/${chart}`)).statusCode).toBe(200);
  const { host, port, user, password, database } = owner.options;
  source = { host, port, user, password, database } as Connection;
});
afterAll(async () => {
  await older?.discard();
  await again.drop();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const audit = (of: Connection) => withPool(of, (pool) => verifyAudit(pool));

test.skipIf(!systemPostgres15())(
  'a record goes to PostgreSQL 15 and comes back, the same to the last row, and its audit verifies',
  async () => {
    const there = await throwawayServer(15);
    older = there;
    await withPool(there.connection, (pool) => ensureRoles(pool, there.secret));
    const original = await contents(source);
    const before = await audit(source);
    expect(before).toMatchObject({ ok: true });
    expect(before.seals).toBeGreaterThan(0);
    expect(before.unsealed).toBeGreaterThan(0);

    await backup(source, path.join(folder, 'there'), SAMPLE_KEY);
    await restore(there.connection, path.join(folder, 'there'), opening);
    expect(await contents(there.connection)).toEqual(original);
    expect(await audit(there.connection)).toEqual(before);

    await backup(there.connection, path.join(folder, 'back'), SAMPLE_KEY);
    await restore(again.ownerConnection, path.join(folder, 'back'), opening);
    expect(await contents(again.ownerConnection)).toEqual(original);
    expect(await audit(again.ownerConnection)).toEqual(before);
  },
);
