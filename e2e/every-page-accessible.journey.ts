import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsAtFourTimes, problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { ADDRESSES, PUBLIC_ADDRESSES, WALKED_ADDRESSES } from './harness/addresses.ts';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { goesOn, opensTheChart, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const modules = join(dirname(fileURLToPath(import.meta.url)), '../src/modules');

/** Milliseconds; a person's pages are visited one after another, each looked at three times. */
const A_PERSON_AT_MOST = 480_000;

it('the public pages', async () => {
  const { page, silence } = await newcomer(WIDE);
  silence.mayHear(/^401 /);
  await looksAt(page, PUBLIC_ADDRESSES, async (at, address) => void (await at.goto(address)));
});

it.each(Object.entries(ADDRESSES) as [Person, readonly string[]][])(
  'the pages of the %s',
  async (person, addresses) => {
    const { page } = await newcomer(WIDE);
    await signsIn(page, person);
    const chart = addresses.some((address) => address.includes(':chart'))
      ? await opensTheChart(page, 'Mateo Vargas')
      : '';
    await looksAt(
      page,
      addresses.map((address) => address.replace('/app/youth/:chart', chart)),
      goesOn,
    );
  },
  A_PERSON_AT_MOST,
);

it('no page of the application is left out', () => {
  const visited = new Set([
    ...Object.values(ADDRESSES).flatMap((addresses) => addresses.map((address) => address.replace(/\?.*/, ''))),
    ...PUBLIC_ADDRESSES,
    ...WALKED_ADDRESSES,
  ]);
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
  const lists = files.filter((file) => file.endsWith('/pages.ts'));
  const listed = lists.flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(/path: '(\/app[^']*)'/g)].map(([, path]) => path ?? ''),
  );
  expect(listed.length).toBeGreaterThan(20);
  const asVisited = (path: string) =>
    path
      .replace('/youth/$chart', '/youth/:chart')
      .replace('$pack', 'nj-cmo')
      .replace('/directory/$agency', '/directory/15');
  expect(listed.filter((path) => !visited.has(path) && !visited.has(asVisited(path)))).toEqual([]);
});

/** Looks at one page after another, from each to the next as `go` goes. */
async function looksAt(page: Page, addresses: readonly string[], go: typeof goesOn): Promise<void> {
  const found: string[] = [];
  for (const address of addresses) {
    await go(page, address);
    found.push(...(await problemsAtFourTimes(page, address)));
    found.push(...(await problemsInBothLooks(page, address)));
  }
  expect(found).toEqual([]);
}
