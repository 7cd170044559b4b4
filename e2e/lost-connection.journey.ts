import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { goes, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
/** The code of one page, as the build names it. */
const DIRECTORY = /\/app-assets\/directory-page-[^/]*\.js$/;

it('why something is owed cannot be fetched: the list stays, and it comes by itself with the connection', async () => {
  const { page, silence } = await newcomer();
  silence.mayHear(/INTERNET_DISCONNECTED|script: Failed to fetch/);
  await signsIn(page, 'careManager');
  await fetchesNothingSoon(page);
  await goes(page, '/app');
  const duties = page.getByRole('main').getByRole('link', { name: 'Family crisis plan in 7 days' });
  await duties.first().waitFor();

  await page.context().setOffline(true);
  await duties.first().click();
  await sees(page, 'Why this is due could not be shown');
  expect(await duties.count()).toBeGreaterThan(0);
  await presses(page, 'Try again');
  await sees(page, 'Why this is due could not be shown');

  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Why this is due' }).waitFor();
});

it('a page that was never opened says it waits, in its frame, and comes by itself', async () => {
  const { page, silence } = await newcomer();
  silence.mayHear(/INTERNET_DISCONNECTED|script: Failed to fetch/);
  await signsIn(page, 'careManager');
  await fetchesNothingSoon(page);
  await goes(page, '/app');
  await page.getByRole('main').getByRole('link').first().waitFor();

  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Directory' }).click();
  await sees(page, 'This page is not here yet');
  await page.getByRole('navigation').getByRole('link', { name: 'Directory' }).waitFor();

  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
});

it('a file that the replaced program does not have begins the window anew, once asked', async () => {
  const { page, silence } = await newcomer();
  silence.mayHear(/^404 GET \/app-assets\/|script: Failed to fetch/);
  await signsIn(page, 'careManager');
  await fetchesNothingSoon(page);
  await goes(page, '/app');
  await page.getByRole('main').getByRole('link').first().waitFor();
  await page.evaluate('window.begunBefore = true');

  const program = { hasIt: false };
  page.on('request', (request) => {
    program.hasIt ||= request.isNavigationRequest();
  });
  await page.route(DIRECTORY, (route) => (program.hasIt ? route.continue() : route.fulfill({ status: 404 })));
  await page.getByRole('navigation').getByRole('link', { name: 'Directory' }).click();
  await sees(page, 'This page is not here yet');
  await presses(page, 'Try again');
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
  expect(await page.evaluate('"begunBefore" in window')).toBe(false);
});

it('signing out waits behind the locked screen, says so, and is done with the connection', async () => {
  const { page, silence } = await newcomer(WIDE);
  silence.mayHear(/INTERNET_DISCONNECTED/);
  await signsIn(page, 'careManager');
  await page.context().setOffline(true);
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const locked = page.getByRole('dialog', { name: 'The screen is locked' });
  await sees(locked, /^You are not signed out yet/);
  expect(await problemsInBothLooks(page, 'signed out without a connection')).toEqual([]);

  await page.context().setOffline(false);
  await page.waitForURL(/\/app\/sign-in/);
  expect((await page.request.get('/api/session')).status()).toBe(401);
});

/** What is otherwise fetched ahead of time would hide what is fetched when it is wanted. */
async function fetchesNothingSoon(page: Page): Promise<void> {
  await page.addInitScript("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
}
