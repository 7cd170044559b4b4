import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBinaries } from '../testing/throwaway-server.ts';
import { withClient } from './sign-in.ts';
import { type Embedded, type FolderUse, startEmbedded } from './start-embedded.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'kinfold-beside-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = (use: FolderUse) => startEmbedded({ dataDir, binariesDir: sharedBinaries, durable: false, use });
const answers = ({ connection }: Embedded) => withClient(connection, (client) => client.query('SELECT 1'));

test('a command works beside a program that serves, and leaves its database running', async () => {
  const owner = await start('serve');
  const guest = await start('beside');
  try {
    expect([guest.pid, guest.secret]).toEqual([owner.pid, owner.secret]);
    await answers(guest);
    await guest.stop();
    await answers(owner);
  } finally {
    await owner.stop();
  }
});

test('beside a command, or by a program that would serve, the folder is refused', async () => {
  const command = await start('beside');
  const refused = { code: 'data-folder-in-use' };
  await expect(start('beside')).rejects.toMatchObject(refused);
  await expect(start('serve')).rejects.toMatchObject(refused);
  await command.stop();
  const server = await start('serve');
  await expect(start('serve')).rejects.toMatchObject(refused);
  await expect(start('alone')).rejects.toMatchObject(refused);
  await server.stop();
});
