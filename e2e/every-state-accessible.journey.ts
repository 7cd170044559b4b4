import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { emptied } from '#web/gallery/emptied.ts';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { arrives, goesOn, opensTheChart, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

/** Whoever sees most of the pages, and the pages whose content comes from the server. */
const PAGES: Readonly<Partial<Record<Person, readonly string[]>>> = {
  supervisor: [
    '/app',
    '/app/youth',
    '/app/youth/transferred',
    '/app/on-call',
    ':chart',
    ':chart/timeline',
    ':chart/notes',
    ':chart/family',
    ':chart/face-sheet',
    ':chart/looks',
    ':chart/policy',
    '/app/referrals',
    '/app/caseload',
    '/app/caseload/move',
    '/app/import',
    '/app/directory',
    '/app/policy',
  ],
  privacyOfficer: ['/app/audit', '/app/audit/emergency', '/app/audit/redactions'],
  administrator: ['/app/people'],
};

/** Who is here and what waits stay known; everything a page itself asks for meets the mood. */
const ASKED_BY_PAGES = /\/api\/(?!session|counts|worklists?\/counts)/;

/** The server cannot answer. */
async function fails(page: Page): Promise<void> {
  await page.route(ASKED_BY_PAGES, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: '{"status":500,"code":"fault","problems":[]}',
    }),
  );
}

/** The server answers, and there is nothing. */
async function hasNothing(page: Page): Promise<void> {
  await page.route(ASKED_BY_PAGES, async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: emptied(await answer.json()) });
  });
}

/** Says in words that it could not be shown, not only by being blank. */
async function saysSo(page: Page): Promise<void> {
  const words = /could not be|cannot be reached/;
  await page.getByRole('alert').filter({ hasText: words }).first().waitFor();
}

describe.each([
  ['failing', fails, saysSo],
  ['empty', hasNothing, arrives],
] as const)('%s', (mood, begins, settles) => {
  it.each(Object.entries(PAGES) as [Person, readonly string[]][])('the pages of the %s', async (person, addresses) => {
    const { page, silence } = await newcomer(WIDE);
    await signsIn(page, person);
    const chart = person === 'supervisor' ? await opensTheChart(page, 'Mateo Vargas', '/app/youth?whose=team') : '';
    silence.mayHear(/^500 /);
    await begins(page);
    // What was read before the mood began is forgotten; the pages after it meet nothing else.
    await page.reload();
    const found: string[] = [];
    for (const address of addresses) {
      await goesOn(page, address.replace(':chart', chart));
      await settles(page);
      found.push(...(await problemsInBothLooks(page, `${address} ${mood}`)));
    }
    expect(found).toEqual([]);
  });
});
