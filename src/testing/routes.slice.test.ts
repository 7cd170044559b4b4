import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERMISSIONS } from '#modules/access/permissions.ts';
import { publicAssets } from '#modules/directory/public/assets.ts';
import { publicPages } from '#modules/directory/public/pages.tsx';
import { type TestApp, testApp } from './test-app.ts';

let world: TestApp;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
});
afterAll(() => world.stop());

/** Routes that are no operation, and why they need neither permission nor audit: they show nothing about anybody. */
const OPEN: Readonly<Record<string, string>> = {
  '/healthz': 'alive',
  '/readyz': 'ready',
  '/metrics': 'numbers, by a token of their own',
  '/api/openapi.json': 'what the API is',
  '/fhir/R4/metadata': 'what the FHIR edge is',
  '/*': 'an address nobody has: a page that says so',
  '/oauth/token': 'asks for the client’s secret, and audits what it gives',
};
/** The public pages and their files: read from the directory, which is public. */
const PUBLIC = new Set([...publicPages, ...publicAssets].map(({ path }) => path));

/** Method and address of every route the server answers, HEAD left out; Fastify draws them as a tree. */
function routes(): { method: string; url: string }[] {
  const above: string[] = [];
  return world.app
    .printRoutes()
    .split('\n')
    .flatMap((line) => {
      const [, branch = '', own = '', methods = ''] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
      const depth = branch.length / 4 - 1;
      above.splice(depth, above.length, own);
      const url = above.join('');
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => ({ method, url }));
    });
}

test('every route is an operation with a permission there is and a word on its audit, or is named as open', () => {
  const { operations } = world.routes;
  const declared = new Set(operations.map(({ method, path }) => `${method} ${path}`));
  const all = routes();
  expect(all.length).toBeGreaterThan(operations.length);
  const unaccounted = all
    .filter(
      ({ method, url }) => !declared.has(`${method} ${url}`) && !OPEN[url] && !(method === 'GET' && PUBLIC.has(url)),
    )
    .map(({ method, url }) => `${method} ${url}`);
  expect(unaccounted).toEqual([]);
});

test('an operation names a permission of the table; only sign-in itself needs none', () => {
  const wrong = world.routes.operations
    .filter(({ kind, permission }) =>
      kind === 'public' ? permission !== 'public' : kind !== 'session' && !(permission in PERMISSIONS),
    )
    .map(({ name, permission }) => `${name}: ${permission}`);
  expect(wrong).toEqual([]);
});

test('what a GET does is a read', () => {
  const changing = world.routes.operations.filter(({ method, kind }) => method === 'GET' && kind === 'command');
  expect(changing.map(({ name }) => name)).toEqual([]);
});

test('every operation is mounted where it says', () => {
  const mounted = new Set(routes().map(({ method, url }) => `${method} ${url}`));
  const missing = world.routes.operations.filter(({ method, path }) => !mounted.has(`${method} ${path}`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
