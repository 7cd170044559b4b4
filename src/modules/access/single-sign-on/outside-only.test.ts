import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchOutside, isInside, isInsideAddress } from './outside-only.ts';

describe('an address', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, further on', '127.9.9.9'],
    ['no address yet', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['a carrier’s', '100.64.0.1'],
    ['where clouds keep their secrets', '169.254.169.254'],
    ['multicast', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['this machine', '::1'],
    ['unique-local', 'fd12:3456::1'],
    ['link-local with its interface', 'fe80::1%eth0'],
    ['private, written as IPv6', '::ffff:10.0.0.1'],
    ['the same in hexadecimal', '::ffff:a00:1'],
    ['private behind a translator', '64:ff9b::a00:1'],
    ['private within 6to4', '2002:a00:1::1'],
    ['none at all', 'login.example.org'],
  ])('%s, %s, is inside', (_what, address) => expect(isInsideAddress(address)).toBe(true));

  test.each(['93.184.216.34', '172.32.0.1', '11.0.0.1', '100.128.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34'])(
    '%s is of the open internet',
    (address) => expect(isInsideAddress(address)).toBe(false),
  );
});

describe('a host', () => {
  test.each([
    ['a name for this machine', 'localhost', [], true],
    ['an address as a host', '[::1]', [], true],
    ['one the settings name', 'localhost', ['localhost'], false],
    ['another than the settings name', '127.0.0.1', ['localhost'], true],
    ['a name nobody has', 'nowhere.invalid', [], false],
  ] as const)('%s', async (_what, host, allowed, inside) => expect(await isInside(host, allowed)).toBe(inside));
});

describe('a connection', () => {
  let server: Server;
  let port = 0;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      if (request.url === '/long') return response.end('x'.repeat(1_000_001));
      if (request.url === '/away') return response.writeHead(302, { location: '/long' }).end();
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{"here":true}');
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => server.close());

  const get = (host: string, path: string, allowed: readonly string[]) =>
    fetchOutside(allowed)(`http://${host}:${port}${path}`, {
      method: 'GET',
      headers: {},
      body: null,
      redirect: 'manual',
    });

  test.each(['localhost', '127.0.0.1', '2130706433', '[::ffff:127.0.0.1]'])('to %s is not made', async (host) => {
    await expect(get(host, '/', [])).rejects.toMatchObject({ code: 'issuer-inside' });
    expect(asked).toBe(0);
  });

  test('is made where the settings allow it, and follows no redirect', async () => {
    expect(await (await get('localhost', '/', ['localhost'])).json()).toEqual({ here: true });
    expect((await get('localhost', '/away', ['localhost'])).status).toBe(302);
  });

  test('is broken off when the answer is longer than any provider’s', async () => {
    await expect(get('localhost', '/long', ['localhost'])).rejects.toThrow('too long');
  });
});
