import { chown, mkdir } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import type { OsUser } from './os-user.ts';

/** Where a server listens: a unix socket in `host`, or `127.0.0.1`. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A unix socket's path is at most 107 bytes on Linux; macOS takes 103. */
const LONGEST = process.platform === 'linux' ? 107 : 103;
const PORT = 5432;

/**
 * A socket inside the data folder, which nobody on the network can reach; when the path is too long for one, or there
 * are no unix sockets, loopback on a port that is free now.
 */
export async function chooseAddress(dataFolder: string, { runAs }: OsUser): Promise<Address> {
  const folder = path.join(dataFolder, 'run');
  const fits = Buffer.byteLength(socketIn(folder)) <= LONGEST;
  if (!fits || process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (runAs) await chown(folder, runAs.uid, runAs.gid);
  return { host: folder, port: PORT };
}

const socketIn = (folder: string): string => path.join(folder, `.s.PGSQL.${PORT}`);

/** Whether somebody listens at the socket of a data folder. What a killed server left behind answers nobody. */
export function socketAnswers(dataFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketIn(path.join(dataFolder, 'run')));
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

export const isSocket = (address: Address): boolean => address.host.startsWith('/');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
