import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { type TestApp, testApp } from './testing/test-app.ts';

let world: TestApp;
let who: Seated;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z', undefined, { metricsToken: 'a-token-of-enough-letters' });
  who = await addSeat(world.pools.owner, { name: 'Ruth Osei', capacity: 'care-manager', agency: 15 });
});
afterAll(() => world.stop());

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  world.app.inject({ method: 'GET', url, headers });

test('alive without the database, ready with it and its migrations', async () => {
  expect((await get('/healthz')).json()).toEqual({ alive: true });
  expect((await get('/readyz')).json()).toEqual({ ready: true, migration: expect.any(Number) });
});

describe('metrics', () => {
  const metrics = () => get('/metrics', { authorization: 'Bearer a-token-of-enough-letters' });

  test('are there for who has the token, and nobody else learns that they are', async () => {
    const [without, unknown] = [await get('/metrics'), await get('/nothing-here')];
    expect([without.statusCode, without.body]).toEqual([404, unknown.body]);
    expect((await metrics()).headers['content-type']).toContain('text/plain');
  });

  test('tell requests by route pattern, pools, seals, jobs and the engine', async () => {
    await get('/api/worklist', who.headers);
    const { body } = await metrics();
    for (const line of [
      /^kinfold_request_seconds_count\{route="\/api\/worklist",method="GET",status="200"\} 1$/m,
      /^kinfold_pool_waiting\{pool="staff"\} 0$/m,
      /^kinfold_pool_open\{pool="owner"\} [1-9]/m,
      /^kinfold_seal_lag_seconds [\d.e+-]+$/m,
      /^kinfold_job_request_lag_seconds 0$/m,
      /^# TYPE kinfold_evaluation_seconds histogram$/m,
    ])
      expect(body).toMatch(line);
  });

  test('tell of waiting jobs once the job runner is there', async () => {
    const stop = await world.startJobs();
    await world.pools.owner.query(
      `insert into pgboss.job (name, start_after) values ('worklists.digest', now() - interval '90 seconds')`,
    );
    const { body } = await metrics();
    await stop();
    expect(body).toMatch(/^kinfold_job(_lag_seconds|s_active)\{job="worklists\.digest"\}/m);
  });
});

describe('headers', () => {
  test.each(['/', '/nj/find-your-cmo', '/api/openapi.json', '/api/worklist', '/fhir/R4/metadata', '/no-such-page'])(
    '%s carries all that keeps a browser safe',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
    },
  );

  test('public pages have no script or style inside', async () => {
    for (const url of ['/', '/es']) {
      const { body } = await get(url);
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/);
    }
  });

  test('answers about people are kept by nobody on the way', async () => {
    expect((await get('/api/worklist', who.headers)).headers['cache-control']).toBe('no-store');
  });
});

describe('the API description', () => {
  interface Described {
    readonly operationId: string;
    readonly summary: string;
    readonly 'x-permission': string;
    readonly 'x-audit': object;
    readonly security: unknown[];
    readonly parameters: readonly { name: string; in: string; schema: object }[];
    readonly requestBody?: { content: Record<string, { schema: object }> };
    readonly responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
  }
  interface Api {
    readonly openapi: string;
    readonly info: { readonly title: string; readonly version: string };
    readonly paths: Record<string, Record<string, Described>>;
    readonly components: { readonly schemas: Record<string, object> };
  }
  const api = async () => (await get('/api/openapi.json')).json<Api>();
  const all = ({ paths }: Api) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  test('has every operation once, with its permission, its audit and its refusals', async () => {
    const found = all(await api());
    const names = found.map(({ operation }) => operation.operationId);
    expect(names.toSorted()).toEqual(world.routes.operations.map(({ name }) => name).toSorted());
    for (const { operation, path, method } of found) {
      expect(operation['x-permission'], path).toMatch(/^[a-z.-]+$/);
      expect(Object.keys(operation['x-audit']), path).toHaveLength(1);
      expect(operation.summary, path).toMatch(/\.$/);
      const refused = Object.keys(operation.responses).filter((status) => Number(status) >= 400);
      if (operation['x-permission'] !== 'public') expect(refused, `${method} ${path}`).toContain('401');
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(declared.toSorted(), path).toEqual(inPath.toSorted());
    }
  });

  test('misses no address under /api that the program answers', async () => {
    const described = new Set(Object.keys((await api()).paths).map((path) => path.replaceAll(/\{\w+\}/g, ':')));
    const mounted = addressesOf(world.app.printRoutes({ commonPrefix: false }))
      .filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json')
      .map((path) => path.replaceAll(/:\w+/g, ':'));
    expect(mounted.length).toBeGreaterThan(50);
    expect(mounted.filter((path) => !described.has(path))).toEqual([]);
  });

  test('every schema in it is one', async () => {
    const document = await api();
    expect(document.openapi).toBe('3.1.0');
    for (const { operation, path } of all(document)) {
      const schemas = [
        ...operation.parameters.map(({ schema }) => schema),
        ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
        ...Object.entries(operation.responses)
          .filter(([status]) => status === '200')
          .flatMap(([, { content }]) => Object.values(content).map(({ schema }) => schema)),
      ];
      for (const schema of schemas)
        expect(() => z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]), path).not.toThrow();
    }
    expect(document.components.schemas).toHaveProperty('Problem');
  });
});

/** Every address of the tree of routes that Fastify prints: each line is a part, further in than what it continues. */
function addressesOf(printed: string): string[] {
  const above: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const part = /^([│├└─\s]*)([^\s(]+)?( \([A-Z, ]+\))?/.exec(line);
    if (!part?.[2]) return [];
    const depth = (part[1] ?? '').length / 4;
    above.length = depth;
    above[depth] = part[2];
    const address = above.join('');
    return part[3] ? [address.length > 1 ? address.replace(/\/$/, '') : address] : [];
  });
}
