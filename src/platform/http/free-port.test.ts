import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { assertPortFree } from './free-port.ts';

const server = createServer();
afterEach(() => server.close());

it('names a port that somebody has, and lets go of one that nobody has', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(assertPortFree(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is already in use; set PORT to another one.`,
  );
  server.close();
  await once(server, 'close');
  await assertPortFree(port, '127.0.0.1');
  await assertPortFree(port, '127.0.0.1');
});

it.each(['203.0.113.9', 'no-such-host.invalid'])('%s is no address of this machine', async (host) => {
  await expect(assertPortFree(0, host)).rejects.toThrow(
    `${host} is no address of this machine; set HOST to one that is.`,
  );
});
