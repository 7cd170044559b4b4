import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onPool, plain } from './db.ts';
import { openPools, type Pools } from './pools.ts';
import { transaction } from './transaction.ts';

/** A message of PostgreSQL's protocol: its letter, its length, what it says. */
function message(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
}

const LET_IN = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDS = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'));

let server: Server;
let pools: Pools;
beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([LET_IN, READY, ENDS])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const where = { host: '127.0.0.1', port, user: 'nobody', password: '', database: 'none' };
  pools = openPools(where, { secret: 'of this test' });
});
afterEach(async () => {
  await pools.end();
  await new Promise((resolve) => server.close(resolve));
});

/** What nobody listened to ends the process; Vitest then says so of the whole run, whatever this expects. */
test('a server that ends as it lets somebody in is an answer to whoever asked, and nothing worse', async () => {
  await expect(onPool(pools.owner).query(plain('select 1'))).rejects.toThrow();
  await expect(transaction(pools.owner, (tx) => tx.query(plain('select 1')))).rejects.toThrow();
});
