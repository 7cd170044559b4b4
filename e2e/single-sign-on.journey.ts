import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { TestIdentityProvider } from '#modules/access/testing/identity-provider.ts';
import { withBrowser } from './harness/browser.ts';
import { arrives, goes, presses, provesItself, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const MAIL = 'imogen.sato@fact.example';
const WHO = { sub: 'imogen', email: MAIL, email_verified: true };
const SIGN_IN = 'Sign in through FACT';

let provider: TestIdentityProvider;
beforeAll(async () => {
  provider = await TestIdentityProvider.start();
});
afterAll(() => provider.stop());

it('an agency sets its provider; somebody who has nothing else signs in, unlocks and proves herself there', async () => {
  const { page: administrator, silence: there } = await newcomer();
  there.mayHear(/^401 (POST|PUT) \/api\/people/);
  await signsIn(administrator, 'administrator', '/app/people');
  await setsTheProvider(administrator);
  await invites(administrator, 'Imogen Sato', 'On-call worker');

  const { page, silence } = await newcomer();
  silence.mayHear(/^423 /);
  silence.mayHear(/^401 POST \/api\/emergency/);
  // The chart it names may be another organization's.
  silence.mayHear(/^404 POST \/api\/emergency/);
  provider.whoIsThere = WHO;
  await page.goto('/app/sign-in');
  await page.getByRole('link', { name: SIGN_IN }).click();
  await page.getByRole('link', { name: 'Go on as imogen.sato@fact.example' }).click();
  await arrives(page);
  await sees(page, /no shift of yours is on the roster/);

  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor();
  await presses(page, 'I have signed in');
  await sees(page, /Not yet\./);
  await signsInBeside(page, `${SIGN_IN}, in a new window`);
  await presses(page, 'I have signed in');
  await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor({ state: 'detached' });

  await proofGrowsOld(page);
  await somebodyElseComes(page);
});

it('an address of another domain, or one nobody invited, comes back with the reason', async () => {
  const { page } = await newcomer();
  for (const [mail, why] of [
    ['somebody@elsewhere.example', /^That address is of another domain/],
    ['stranger@fact.example', /^Nobody with that address has been invited/],
  ] as const) {
    provider.whoIsThere = { sub: mail, email: mail, email_verified: true };
    await page.goto('/app/sign-in');
    await page.getByRole('link', { name: SIGN_IN }).click();
    await page.getByRole('link', { name: `Go on as ${mail}` }).click();
    await page.waitForURL(/problem=/);
    await sees(page, why);
  }
});

async function setsTheProvider(page: Page): Promise<void> {
  await presses(page, 'Set a provider');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Issuer address').fill(provider.issuer);
  await dialog.getByLabel('Client id').fill(provider.clientId);
  await dialog.getByLabel('Mail domain of its people').fill('fact.example');
  await dialog.getByLabel('Client secret').fill(provider.clientSecret);
  await presses(dialog, 'Save the provider');
  await provesItself(page);
  await sees(page, 'The identity provider is set.');
}

async function invites(page: Page, name: string, capacity: string): Promise<void> {
  await presses(page, 'Invite somebody');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('E-mail').fill(MAIL);
  await dialog.getByLabel('Acts as').selectOption({ label: capacity });
  await presses(dialog, 'Invite');
  await page.getByLabel('Link to hand over').waitFor();
}

/** In the window the link opens, and back. */
async function signsInBeside(page: Page, link: string): Promise<void> {
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: link }).click(),
  ]);
  await beside.getByRole('link', { name: `Go on as ${MAIL}` }).click();
  await beside.waitForURL(/\/app$|\/app\/start$/);
  await beside.close();
}

/** Ten minutes later, as the server would say it: what follows asks for a proof, and goes on after it. */
async function proofGrowsOld(page: Page): Promise<void> {
  let old = true;
  await page.route('**/api/emergency', (route) => {
    if (!old || route.request().method() !== 'POST') return route.continue();
    return route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: '{"status":401,"code":"step-up-needed","problems":[]}',
    });
  });
  await goes(page, '/app/emergency');
  await page.getByLabel('Number of the chart').fill('1');
  await page.getByLabel('Why it cannot wait').fill('Mobile response is with the family and asks whom to call.');
  await presses(page, 'Open the chart');
  const proof = page.getByRole('dialog', { name: 'Is it you?' });
  await proof.waitFor();
  await presses(proof, 'I have signed in there');
  await proof.waitFor();
  await signsInBeside(page, 'Sign in again through FACT, in a new window');
  old = false;
  await presses(proof, 'I have signed in there');
  await proof.waitFor({ state: 'detached' });
}

/** A colleague signs in on the same computer: the lock does not open, the colleague's own page takes its place. */
async function somebodyElseComes(page: Page): Promise<void> {
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  const lock = page.getByRole('dialog', { name: 'The screen is locked' });
  await lock.waitFor();
  const beside = await page.context().newPage();
  await signsIn(beside, 'careManager');
  await presses(lock, 'I have signed in');
  await page.waitForURL(/\/app$/);
  await page.getByRole('button', { name: /^Your seat: Care manager/ }).waitFor();
}
