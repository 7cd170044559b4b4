import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityProblems, FOR_AXE, sidewaysScroll } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { goes, opensADuty, opensTheChart, presses, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

/** Wide and light, then narrow and dark: each theme and each layout is looked at on every page. */
const WIDE = { ...FOR_AXE, viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;
const NARROW = { ...FOR_AXE, viewport: { width: 375, height: 812 }, colorScheme: 'dark' } as const;
/** A 1280 pixels wide screen at 400 %. */
const FOUR_TIMES = { width: 320, height: 640 };

const PUBLIC = [
  '/',
  '/es',
  '/county/union',
  '/es/condado/hudson',
  '/find?q=07201',
  '/find?q=',
  '/find?q=zzyzx',
  '/how-it-works',
  '/es/como-funciona',
  '/app/sign-in',
  '/app/invitation',
];

const PAGES: Readonly<Partial<Record<Person, readonly string[]>>> = {
  careManager: [
    '/app',
    '/app?group=youth',
    '/app?whose=waiting',
    '/app/youth',
    '/app/youth?stage=ended',
    '/app/youth/:chart',
    '/app/youth/:chart/timeline',
    '/app/youth/:chart/notes',
    '/app/youth/:chart/notes/new',
    '/app/youth/:chart/family',
    '/app/youth/:chart/face-sheet',
    '/app/youth/:chart/looks',
    '/app/account',
    '/app/nowhere',
  ],
  supervisor: [
    '/app/referrals?stage=offered',
    '/app/referrals/recorded',
    '/app/caseload',
    '/app/caseload/move',
    '/app/import',
    '/app?whose=team',
    '/app/directory',
  ],
  csaCoordinator: ['/app', '/app/referrals?stage=needs-a-person', '/app/referrals?stage=all', '/app/referrals/new'],
  agencyLead: ['/app/policy', '/app/policy/nj-cmo'],
  privacyOfficer: ['/app/audit', '/app/audit?outcome=refused'],
};

describe.each([
  ['wide and light', WIDE],
  ['narrow and dark', NARROW],
] as const)('%s', (_, look) => {
  it('the public pages', async () => {
    const { page, silence } = await newcomer(look);
    silence.mayHear(/^401 /);
    await looksAt(page, PUBLIC);
  });

  it.each(Object.entries(PAGES) as [Person, readonly string[]][])('the pages of the %s', async (person, addresses) => {
    const { page } = await newcomer(look);
    await signsIn(page, person);
    const chart = addresses.some((address) => address.includes(':chart'))
      ? await opensTheChart(page, 'Mateo Vargas')
      : '';
    await looksAt(
      page,
      addresses.map((address) => address.replace('/app/youth/:chart', chart)),
    );
  });

  it('a duty’s reasons, the keys, the search and the lock', async () => {
    const { page, silence } = await newcomer(look);
    silence.mayHear(/^423 /);
    await signsIn(page, 'careManager');
    const found: string[] = [];
    await opensADuty(page);
    found.push(...(await problemsOf(page, 'why a duty is owed')));
    await page.keyboard.press('Escape');
    for (const [key, name] of [
      ['?', 'Keys'],
      ['/', 'Search'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      found.push(...(await problemsOf(page, name)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    if (look === WIDE) {
      await presses(page, /^Your seat/);
      await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
      await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor();
      found.push(...(await problemsOf(page, 'the lock')));
    }
    expect(found).toEqual([]);
  });
});

it('pages whose content cannot be read say so, and say what was kept', async () => {
  const { page, silence } = await newcomer(WIDE);
  await signsIn(page, 'supervisor');
  const chart = await opensTheChart(page, 'Mateo Vargas', '/app/youth?whose=team');
  silence.mayHear(/^500 /);
  await page.route(/\/api\/(?!session|counts|worklists?\/counts)/, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: '{"status":500,"code":"fault","problems":[]}',
    }),
  );
  const found: string[] = [];
  for (const address of [
    '/app',
    '/app/youth',
    chart,
    '/app/referrals',
    '/app/caseload',
    '/app/directory',
    '/app/policy',
  ]) {
    await page.goto(address);
    await page
      .getByRole('alert')
      .filter({ hasText: /could not be shown|cannot be reached/ })
      .first()
      .waitFor();
    found.push(...(await problemsOf(page, `${address} failing`)));
  }
  expect(found).toEqual([]);
});

async function looksAt(page: Page, addresses: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const address of addresses) {
    if (address.startsWith('/app')) await goes(page, address);
    else await page.goto(address);
    found.push(...(await problemsOf(page, address)));
    found.push(...(await atFourTimes(page, address)));
  }
  expect(found).toEqual([]);
}

async function problemsOf(page: Page, where: string): Promise<string[]> {
  const found = [...(await accessibilityProblems(page)), ...(await sidewaysScroll(page))];
  return found.map((words) => `${where}: ${words}`);
}

/** Only the narrow look asks: the layout does not depend on the theme. */
async function atFourTimes(page: Page, where: string): Promise<string[]> {
  const before = page.viewportSize();
  if (!before || before.width > 400) return [];
  await page.setViewportSize(FOUR_TIMES);
  const found = await sidewaysScroll(page);
  await page.setViewportSize(before);
  return found.map((words) => `${where} at 400 %: ${words}`);
}
