import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NARROW, problemsOf, sidewaysScroll, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { goes, opensADuty, opensTheChart, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const modules = join(dirname(fileURLToPath(import.meta.url)), '../src/modules');

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

/** Reached by doing something there; where a youth is moved is looked at in `caseload-moves.journey.ts`. */
const WALKED = [
  '/app/referrals/$chart',
  '/app/referrals/$chart/enrolment',
  '/app/import/$import',
  '/app/caseload/youth/$chart',
  '/app/caseload/moves/$job',
  '/app/youth/$chart/notes/$note/amend',
  '/app/youth/$chart/transferred',
];

/** One row that nobody can read, so that nothing is registered. */
const UNREADABLE = {
  name: 'one-row.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'received_at,youth_first_name,youth_last_name,date_of_birth\n2026-01-12,Nobody,Nowhere,someday\n',
  ),
};

const PAGES: Readonly<Partial<Record<Person, readonly string[]>>> = {
  careManager: [
    '/app',
    '/app?group=youth',
    '/app?whose=waiting',
    '/app/youth',
    '/app/youth?stage=ended',
    '/app/youth/transferred',
    '/app/youth/:chart',
    '/app/youth/:chart/timeline',
    '/app/youth/:chart/notes',
    '/app/youth/:chart/notes/new',
    '/app/youth/:chart/family',
    '/app/youth/:chart/face-sheet',
    '/app/youth/:chart/looks',
    '/app/youth/:chart/policy',
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
  administrator: ['/app/people', '/app/on-call'],
  privacyOfficer: ['/app/audit', '/app/audit?outcome=refused', '/app/audit/emergency', '/app/audit/redactions'],
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

  it('a referral at each stage, and an import', async () => {
    const { page } = await newcomer(look);
    await signsIn(page, 'csaCoordinator');
    const found: string[] = [];
    for (const stage of ['needs-a-person', 'to-decide', 'to-assign']) {
      await opensTheFirstReferral(page, stage);
      found.push(...(await problemsOf(page, `/app/referrals/$chart ${stage}`)));
    }
    await goes(page, '/app/import');
    await page.locator('input[type="file"]').setInputFiles(UNREADABLE);
    await sees(page, 'What would become of them');
    found.push(...(await problemsOf(page, '/app/import with a file')));
    await presses(page, 'Import one row');
    await sees(page, 'Rows to mend');
    found.push(...(await problemsOf(page, '/app/import/$import')));
    expect(found).toEqual([]);
  });

  it('from an accepted referral to an enrolment', async () => {
    const { page } = await newcomer(look);
    await signsIn(page, 'supervisor');
    const found: string[] = [];
    await opensTheFirstReferral(page, 'to-enrol');
    const referral = page.url();
    found.push(...(await problemsOf(page, '/app/referrals/$chart accepted')));
    await goes(page, referral.replace('/referrals/', '/caseload/youth/'));
    found.push(...(await problemsOf(page, '/app/caseload/youth/$chart')));
    await goes(page, `${referral}/enrolment`);
    await presses(page, 'Start enrolment');
    await sees(page, 'Given and explained: tick what was given');
    found.push(...(await problemsOf(page, '/app/referrals/$chart/enrolment')));
    expect(found).toEqual([]);
  });

  it('a chart that was handed over', async () => {
    const { page } = await newcomer(look);
    await signsIn(page, 'supervisor');
    await handsAChartOver(page);
    await goes(page, '/app/youth/transferred');
    await page.getByRole('link', { name: 'Levi Thornton' }).click();
    const found: string[] = [];
    for (const part of ['Notes', 'Timeline', 'Owed on that day']) {
      await page.getByRole('link', { name: new RegExp(`^${part}`) }).click();
      found.push(...(await problemsOf(page, `/app/youth/$chart/transferred ${part}`)));
    }
    expect(found).toEqual([]);
  });

  it('a note amended', async () => {
    const { page } = await newcomer(look);
    await signsIn(page, 'careManager');
    const chart = await opensTheChart(page, 'Mateo Vargas');
    await goes(page, `${chart}/notes`);
    await page.getByRole('link', { name: 'Amend' }).first().click();
    await page.getByLabel('Why is it amended?').waitFor();
    expect(await problemsOf(page, '/app/youth/$chart/notes/$note/amend')).toEqual([]);
  });
});

/** Once for the program all journeys share: the chart of a youth no other journey is about goes to another organization. */
async function handsAChartOver(page: Page): Promise<void> {
  await page.evaluate(
    async ([text, on]) => {
      const session = (await (await fetch('/api/session')).json()) as { seats: { id: string }[] };
      const headers = {
        'content-type': 'application/json',
        'x-kinfold': '1',
        'x-kinfold-seat': session.seats[0]?.id ?? '',
      };
      const post = (path: string, body: object) =>
        fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).then((answer) => answer.json());
      const { found } = (await post('/api/search', { text })) as { found: { chart: string }[] };
      if (!found[0]) return;
      const body = { id: crypto.randomUUID(), toAgency: 1, on, reason: 'The family moved to the other county.' };
      await post(`/api/charts/${found[0].chart}/transfer`, body);
    },
    ['Levi Thornton', new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' })],
  );
}

it('no page of the application is left out', () => {
  const visited = new Set([
    ...Object.values(PAGES).flatMap((addresses) => addresses.map((address) => address.replace(/\?.*/, ''))),
    ...PUBLIC,
    ...WALKED,
  ]);
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
  const lists = files.filter((file) => file.endsWith('/pages.ts'));
  const listed = lists.flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(/path: '(\/app[^']*)'/g)].map(([, path]) => path ?? ''),
  );
  expect(listed.length).toBeGreaterThan(20);
  const asVisited = (path: string) => path.replace('/youth/$chart', '/youth/:chart').replace('$pack', 'nj-cmo');
  expect(listed.filter((path) => !visited.has(path) && !visited.has(asVisited(path)))).toEqual([]);
});

async function opensTheFirstReferral(page: Page, stage: string): Promise<void> {
  await goes(page, `/app/referrals?stage=${stage}`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'What was told' }).waitFor();
}

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

/** Only the narrow look asks: the layout does not depend on the theme. */
async function atFourTimes(page: Page, where: string): Promise<string[]> {
  const before = page.viewportSize();
  if (!before || before.width > 400) return [];
  await page.setViewportSize(FOUR_TIMES);
  const found = await sidewaysScroll(page);
  await page.setViewportSize(before);
  return found.map((words) => `${where} at 400 %: ${words}`);
}
