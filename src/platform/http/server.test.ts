import { expect, it } from 'vitest';
import { silentLog } from '#platform/log/log.ts';
import { createServer } from './server.ts';

async function answer(settings: { trustProxy?: readonly string[]; https?: boolean }, forwarded: string) {
  const app = await createServer({ log: silentLog, problemOf: () => null, ...settings });
  app.get('/address', async (request) => ({ address: request.ip }));
  const headers = { 'x-forwarded-for': forwarded };
  return app.inject({ method: 'GET', url: '/address', headers, remoteAddress: '10.0.0.4' });
}

it.each([
  ['nobody’s word is believed by default', {}, '203.0.113.7', '10.0.0.4'],
  ['the balancer’s word is', { trustProxy: ['10.0.0.4'] }, '203.0.113.7', '203.0.113.7'],
  ['another machine’s is not', { trustProxy: ['10.0.0.5'] }, '203.0.113.7', '10.0.0.4'],
  [
    'what a visitor claimed before the balancer is not',
    { trustProxy: ['10.0.0.0/8'] },
    '1.2.3.4, 203.0.113.7',
    '203.0.113.7',
  ],
] as const)('%s', async (_, settings, forwarded, expected) =>
  expect((await answer(settings, forwarded)).json()).toEqual({ address: expected }),
);

it('browsers are told to keep to https only where they come by it', async () => {
  expect((await answer({ https: true }, '')).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect((await answer({}, '')).headers['strict-transport-security']).toBeUndefined();
});

it('a request that never ends to arrive is given up', async () => {
  const app = await createServer({ log: silentLog, problemOf: () => null });
  // By itself the framework waits for ever, which is what 0 says.
  expect(app.server.requestTimeout).toBeGreaterThan(0);
  expect(app.server.headersTimeout).toBeGreaterThan(0);
  await app.close();
});
