import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import {
  arrives,
  goes,
  isKept,
  isLeftAlone,
  opensTheChart,
  presses,
  sees,
  seesNoMore,
  signsIn,
  signsOut,
  stillReads,
  unlocks,
  writes,
} from './harness/steps.ts';

const { newcomer } = withBrowser();
const HALF = 'Mateo played the trumpet for ten minutes, then';
const WHOLE = `${HALF} asked when his sister is seen. We answer on Friday.`;

it('a note half written outlives a reload, a locked screen, another window and signing in again', async () => {
  const { page, silence } = await newcomer();
  await signsIn(page, 'careManager');
  const note = `${await opensTheChart(page, 'Mateo Vargas')}/notes/new`;
  await goes(page, note);
  await writes(page, HALF);
  await isKept(page);

  await page.reload();
  await stillReads(page, HALF);

  silence.mayHear(/^423 /);
  await locksTheScreen(page);
  await cannotReach(page);
  await unlocks(page);
  await stillReads(page, HALF);

  const other = await page.context().newPage();
  await goes(other, note);
  await stillReads(other, HALF);
  await other.close();

  await signsOut(page);
  await signsIn(page, 'careManager', note);
  await stillReads(page, HALF);
});

it('fifteen idle minutes lock the screen with a warning, and nothing is lost', async () => {
  const { page, silence } = await newcomer();
  silence.mayHear(/^423 /);
  await page.clock.install();
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Amina Rahman');
  await goes(page, `${chart}/notes/new`);
  await writes(page, HALF);
  await page.clock.runFor(5_000);
  await isKept(page);
  await isLeftAlone(page, '13:30');
  await unlocks(page);
  await stillReads(page, HALF);
});

it('what is written without a connection is sent once, and signing twice signs once', async () => {
  const { page, silence } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Priya Desai');
  await goes(page, `${chart}/notes/new`);
  await writes(page, HALF);
  await isKept(page);

  silence.mayHear(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await writes(page, WHOLE);
  await sees(page, 'Not saved on the server yet: kept here and tried again');
  await page.context().setOffline(false);
  await isKept(page);

  await page.getByRole('button', { name: 'Sign', exact: true }).dblclick();
  await page.waitForURL(/\/notes$/);
  await arrives(page);
  await page.reload();
  await sees(page, WHOLE);
  expect(await page.getByRole('article').filter({ hasText: WHOLE }).count()).toBe(1);
  await seesNoMore(page, 'You have an unsigned draft in this chart.');
});

async function locksTheScreen(page: Page): Promise<void> {
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor();
}

/** Behind the lock nothing can be pressed, whatever stands there. */
async function cannotReach(page: Page): Promise<void> {
  expect(
    await page
      .getByRole('button', { name: 'Sign', exact: true })
      .click({ timeout: 1_000 })
      .then(
        () => 'pressed',
        () => 'out of reach',
      ),
  ).toBe('out of reach');
}
