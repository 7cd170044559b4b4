import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { arrives, follows, goes, opensTheChart, presses, sees, signs, signsIn, writes } from './harness/steps.ts';

const { newcomer } = withBrowser();
const DUTY = /First contact/i;

it('a message left is no contact; an amendment and a withdrawal open the duty again', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Luz Vargas');
  await leavesAMessageInTwoTaps(page);
  await goes(page, chart);
  await stillOwesTheFirstContact(page);

  await signsAContact(page, chart);
  await sees(page, /^Signed\. This met/);
  await goes(page, chart);
  await owesItNoMore(page);

  await amendsItToAnAttempt(page, chart);
  await goes(page, chart);
  await stillOwesTheFirstContact(page);

  await signsAContact(page, chart);
  await goes(page, chart);
  await owesItNoMore(page);
  await withdrawsTheNewestContact(page, chart);
  await goes(page, chart);
  await stillOwesTheFirstContact(page);

  const { page: officer } = await newcomer();
  await signsIn(officer, 'privacyOfficer', `${chart}/notes`);
  await officer.getByRole('heading', { name: 'Entered in error' }).waitFor();
  await sees(officer, /^Withdrawn .*: /);
});

const owed = (page: Page) => page.getByRole('link', { name: new RegExp(`^why: .*${DUTY.source}`, 'i') });

async function stillOwesTheFirstContact(page: Page): Promise<void> {
  await owed(page).first().waitFor();
}

async function owesItNoMore(page: Page): Promise<void> {
  await arrives(page);
  await page.getByRole('heading', { name: 'Owed now' }).waitFor();
  expect(await owed(page).count()).toBe(0);
}

async function leavesAMessageInTwoTaps(page: Page): Promise<void> {
  await owed(page).first().click();
  await presses(page, 'Left a message');
  await presses(page, 'Sign the attempt');
  await sees(page, 'Signed: an attempt by telephone, today. It does not meet what needs a contact.');
}

async function signsAContact(page: Page, chart: string): Promise<void> {
  await goes(page, `${chart}/notes/new`);
  await writes(page, 'Rosa answered after work. We meet tomorrow.');
  await signs(page);
}

async function amendsItToAnAttempt(page: Page, chart: string): Promise<void> {
  await goes(page, `${chart}/notes`);
  await newest(page).getByRole('link', { name: 'Amend' }).click();
  await page.getByText('Attempted, not yet reached', { exact: true }).click();
  await page.getByLabel('Why is it amended?').fill('It was her sister who answered.');
  await presses(page, 'Sign the amendment');
  await sees(page, 'The amendment is signed.');
  await sees(page, 'Amended: It was her sister who answered.');
}

async function withdrawsTheNewestContact(page: Page, chart: string): Promise<void> {
  await goes(page, `${chart}/notes`);
  await follows(page, 'Contact made');
  await presses(newest(page), 'Withdraw');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What went wrong?').fill('Written in the wrong chart.');
  await presses(dialog, 'Withdraw the note');
  await sees(page, 'The note is withdrawn.');
}

const newest = (page: Page) => page.getByRole('article').filter({ hasText: 'Rosa answered after work' }).first();
