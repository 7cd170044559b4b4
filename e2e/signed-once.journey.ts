import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { arrives, goes, opensADuty, opensTheChart, presses, sees, signsIn, writes } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('while a note is being signed its words stand still, so that none is written that is in no note', async () => {
  const { page, silence } = await newcomer();
  await signsIn(page, 'careManager');
  await beginsANote(page, 'Harper Hale', 'We talked about the summer.');
  silence.mayHear(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await presses(page, 'Sign');
  await expect.poll(() => note(page).isDisabled()).toBe(true);
  await page.context().setOffline(false);
  await page.waitForURL(/\/notes$/);
  await sees(page, 'We talked about the summer.');
});

it('who goes elsewhere while a note is being signed stays there, and the note is signed', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await beginsANote(page, 'Rhea Abbott', 'A short call about Thursday.');
  const arrived = await slowsTheSigning(page);
  await presses(page, 'Sign');
  await page
    .getByRole('link', { name: /^Today/ })
    .first()
    .click();
  await arrives(page);
  await arrived();
  expect(new URL(page.url()).pathname).toBe('/app');
  await goes(page, `${chart}/notes`);
  await sees(page, 'A short call about Thursday.');
});

it('a draft that was signed before is signed as a note of its own when more was written', async () => {
  const { page, silence } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await beginsANote(page, 'Faith Keane', 'First words.');
  // The page is closed between the signing and the draft's end.
  silence.mayHear(/^net::ERR_FAILED DELETE /);
  await page.route('**/api/drafts/**', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await presses(page, 'Sign');
  await page.waitForURL(/\/notes$/);
  await page.unroute('**/api/drafts/**');

  silence.mayHear(/^409 POST /);
  await goes(page, `${chart}/notes/new`);
  await writes(page, 'First words. And then more.');
  await presses(page, 'Sign');
  await presses(page, 'Sign it as a note of its own');
  await page.waitForURL(/\/notes$/);
  await sees(page, 'First words.');
  await sees(page, 'First words. And then more.');
});

it('n beside an open duty begins the note about that youth and that duty', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'careManager');
  await opensADuty(page);
  await page.keyboard.press('n');
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+\/notes\/new\?duty=/);
});

const note = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });

/** Opens a new note of that youth with these words in it; answers the chart's address. */
async function beginsANote(page: Page, name: string, words: string): Promise<string> {
  const chart = await opensTheChart(page, name);
  await page.keyboard.press('n');
  await page.waitForURL(/\/notes\/new/);
  await writes(page, words);
  await sees(page, /^Saved \d\d:\d\d/);
  return chart;
}

/** The signing is held until its answer is asked for; answers how to let it through and wait for it. */
async function slowsTheSigning(page: Page): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/contacts', async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    const discarded = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    release();
    await discarded;
    await arrives(page);
  };
}
