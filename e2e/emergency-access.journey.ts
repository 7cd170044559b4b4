import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { PASSWORD } from './harness/people.ts';
import { goes, presses, provesItself, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const MAIL = 'wren.abbott@fact.example';
const REASON = 'Mobile response is with the family and asks whom to call at night.';

it('somebody new is let in by a link, reaches no chart, takes one in an emergency, and the privacy officer reviews it', async () => {
  const { page: administrator, silence: there } = await newcomer();
  there.mayHear(/^401 POST \/api\/people/);
  await signsIn(administrator, 'administrator');
  const link = await invites(administrator, 'Wren Abbott', 'On-call worker');

  const { page: careManager } = await newcomer();
  await signsIn(careManager, 'careManager', '/app/youth');
  const chart = await careManager.getByRole('table').getByRole('link').first().getAttribute('href');
  const number = await numberOf(careManager, chart ?? '');

  const { page: onCall, silence } = await newcomer();
  silence.mayHear(/^404 GET \/api\/charts\//);
  silence.mayHear(/^404 POST \/api\/emergency/);
  await comesIn(onCall, link);
  await sees(onCall, /no shift of yours is on the roster/);
  await onCall.goto(chart ?? '');
  await onCall.getByRole('heading', { name: 'There is no such chart for this seat' }).waitFor();
  await onCall.getByRole('link', { name: 'Take emergency access' }).click();
  await takes(onCall, '99999999');
  // Having just come in is proof enough.
  await sees(onCall, /^That does not name one youth of your organization/);
  await guessesAName(onCall);
  await sees(onCall, /^That does not name one youth of your organization/);
  await takes(onCall, number);
  await sees(onCall, /^The chart is open to you until /);
  await onCall.getByRole('link', { name: 'Go to the chart' }).click();
  await onCall.getByRole('link', { name: 'Overview' }).waitFor();
  expect(new URL(onCall.url()).pathname).toBe(chart);

  const { page: officer } = await newcomer();
  await signsIn(officer, 'privacyOfficer');
  const waiting = officer.getByRole('row').filter({ hasText: REASON });
  await waiting.getByRole('button', { name: /^Review/ }).click();
  await officer.getByRole('dialog').getByRole('textbox').fill('The reason was good, and only this chart was read.');
  await presses(officer, 'Record the review');
  await sees(officer, 'The review is recorded.');
  await waiting.waitFor({ state: 'detached' });
});

/** Without a mail server the link is shown once, to be handed over. */
async function invites(page: Page, name: string, capacity: string): Promise<string> {
  await presses(page, 'Invite somebody');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('E-mail').fill(MAIL);
  await dialog.getByLabel('Acts as').selectOption({ label: capacity });
  await presses(dialog, 'Invite');
  await provesItself(page);
  return page.getByLabel('Link to hand over').inputValue();
}

async function comesIn(page: Page, link: string): Promise<void> {
  await page.goto(new URL(link).pathname + new URL(link).hash);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await presses(page, 'Set the password and go in');
  await page.waitForURL('**/app/start');
}

/** Stands on the printed face of the chart's referral: "no. 63 · …". */
async function numberOf(page: Page, chart: string): Promise<string> {
  await goes(page, chart.replace('/youth/', '/referrals/'));
  const summary = await page
    .getByText(/^no\. \d+ ·/)
    .first()
    .textContent();
  return /no\. (\d+)/.exec(summary ?? '')?.[1] ?? '';
}

/** A name without its birth day opens nothing, and says nothing. */
async function guessesAName(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'By whole name and birth day' }).check();
  await page.getByLabel('First and last name').fill('Mateo Vargas');
  await page.getByLabel('Birth day', { exact: true }).fill('2013-01-01');
  await presses(page, 'Open the chart');
  await page.getByRole('radio', { name: 'By the chart’s number' }).check();
}

async function takes(page: Page, number: string): Promise<void> {
  await page.getByLabel('Number of the chart').fill(number);
  await page.getByLabel('Why it cannot wait').fill(REASON);
  await presses(page, 'Open the chart');
}
