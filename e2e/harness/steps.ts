import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD, PEOPLE, type Person } from './people.ts';

/** Signs in on the page for it, and waits until the page behind it is there. */
export async function signsIn(page: Page, person: Person, to = '/app'): Promise<void> {
  await page.goto(`/app/sign-in?to=${encodeURIComponent(to)}`);
  await entersThePassword(page, person);
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/app/sign-in'));
  await arrives(page);
}

/** Fills in the page for signing in; what comes next is for whoever watches. */
export async function entersThePassword(page: Page, person: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(PEOPLE[person]);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Goes to an address of the application and waits until its content is there. */
export async function goes(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await arrives(page);
}

/**
 * Goes on to an address of the application as its links do, without loading the application anew, and waits until its
 * content is there. What was put into the page, such as axe, stays.
 */
export async function goesOn(page: Page, address: string): Promise<void> {
  await page.evaluate(`new Promise((resolved) => {
    const stop = __TSR_ROUTER__.subscribe('onResolved', () => { stop(); resolved(); });
    __TSR_ROUTER__.history.push(${JSON.stringify(address)});
  })`);
  await arrives(page);
}

/** The page has its content: nothing says any more that it is loading. */
export async function arrives(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^(Loading|Looking|Reading)/ })
    .first()
    .waitFor({ state: 'detached' });
}

/** Waits until these words are on the page. */
export const sees = (page: Page | Locator, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor();

/** Waits until these words are no longer on the page. */
export const seesNoMore = (page: Page | Locator, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor({ state: 'hidden' });

/** Presses the button of that name. */
export const presses = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

/** Follows the link of that name. */
export const follows = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).first().click();

/** Opens a youth's chart from the list of the seat's youth; answers its address. */
export async function opensTheChart(page: Page, name: string, list = '/app/youth'): Promise<string> {
  await goes(page, list);
  await follows(page, name);
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

/** Writes into the note that is open. */
export const writes = (page: Page, words: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Note', exact: true }).fill(words);

/** What was written last rests on the server. */
export const isKept = (page: Page): Promise<void> => sees(page, /^Saved \d\d:\d\d/);

/** The note that is open says this, and nothing else. */
export async function stillReads(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await field.waitFor();
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe(words);
}

/** Nobody touches the screen: it warns, and locks two minutes later. `quiet` is how long until it warns, as "13:30". */
export async function isLeftAlone(page: Page, quiet: string): Promise<void> {
  await page.clock.fastForward(quiet);
  await page.clock.runFor(2_000);
  await sees(page, /The screen locks in/);
  await page.clock.fastForward('02:00');
  await page.clock.runFor(2_000);
  await page.clock.resume();
}

/** Opens a locked screen with the password. */
export async function unlocks(page: Page): Promise<void> {
  const lock = page.getByRole('dialog', { name: 'The screen is locked' });
  await sees(lock, /what you wrote is kept/);
  await lock.getByLabel(/^Password/).fill(PASSWORD);
  await presses(lock, 'Unlock');
  await lock.waitFor({ state: 'detached' });
}

/** Gives the fresh proof that a careful change asks for: the password once more. */
export async function provesItself(page: Page): Promise<void> {
  const proof = page.getByRole('dialog').filter({ hasText: 'Is it you?' });
  await proof.getByLabel('Your password now').fill(PASSWORD);
  await presses(proof, 'Continue');
  await proof.waitFor({ state: 'detached' });
}

export async function signsOut(page: Page): Promise<void> {
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/app\/sign-in/);
}

/** Signs the note that is open, and is back at the notes. */
export async function signs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.waitForURL(/\/notes$/);
}

/** Opens why the first duty of the worklist is owed. */
export async function opensADuty(page: Page): Promise<void> {
  const duties = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('paragraph') });
  await duties.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Why this is due' }).waitFor();
}
