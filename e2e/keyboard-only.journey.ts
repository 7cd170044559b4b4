import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { PASSWORD, PEOPLE } from './harness/people.ts';
import { arrives, sees } from './harness/steps.ts';

const { newcomer } = withBrowser();
const WORDS = 'Written without a mouse.';

it('from sign-in to a signed note without a mouse', async () => {
  const { page } = await newcomer();
  await signsInByKeyboard(page);
  await readsTheKeys(page);
  await findsAYouthBySearch(page);
  await beginsANoteWithOneKey(page);
  await writesAndSigns(page);
});

it('n anywhere asks about whom, and goes there', async () => {
  const { page } = await newcomer();
  await signsInByKeyboard(page);
  await page.keyboard.press('n');
  await page.getByRole('combobox', { name: 'New note about' }).waitFor();
  await page.keyboard.type('Jonah');
  await page.getByRole('option', { name: /Jonah/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'New note' }).waitFor();
});

it('n while a chart is still on its way is about this youth already', async () => {
  const { page } = await newcomer();
  await signsInByKeyboard(page);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\/charts\/[0-9a-f-]+$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await page.keyboard.type('Jonah');
  await page.getByRole('option', { name: /Jonah/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Loading the chart' }).waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+\/notes\/new$/);
  letGo();
  await page.getByRole('heading', { name: 'New note' }).waitFor();
});

async function signsInByKeyboard(page: Page): Promise<void> {
  await page.goto('/app/sign-in');
  await page.getByLabel('E-mail').waitFor();
  await focusIsOn(page, 'textbox', 'E-mail');
  await page.keyboard.type(PEOPLE.careManager);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === '/app');
  await arrives(page);
}

async function readsTheKeys(page: Page): Promise<void> {
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await sees(keys, 'New note');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
}

async function findsAYouthBySearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await page.keyboard.type('Jonah');
  await page.getByRole('option', { name: /Jonah/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+$/);
  await page.getByRole('heading', { level: 1, name: /Jonah/ }).waitFor();
}

async function beginsANoteWithOneKey(page: Page): Promise<void> {
  await arrives(page);
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'New note' }).waitFor();
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
}

async function writesAndSigns(page: Page): Promise<void> {
  await tabsTo(page, 'textbox', 'Note');
  await page.keyboard.type(WORDS);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/notes$/);
  await sees(page, WORDS);
}

/** Presses Tab until the focus is there; the order of a page is short enough or it is at fault. */
async function tabsTo(page: Page, role: 'textbox' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let press = 0; press < 80; press += 1) {
    if (await hasFocus(page, wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Eighty presses of Tab do not lead to ${name}.`);
}

async function focusIsOn(page: Page, role: 'textbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect.poll(() => hasFocus(page, wanted), { timeout: 20_000 }).toBe(true);
}

const hasFocus = async (page: Page, wanted: Locator): Promise<boolean> =>
  (await wanted.and(page.locator(':focus')).count()) > 0;
