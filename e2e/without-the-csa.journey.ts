import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { arrives, goes, presses, sees, signs, signsIn, writes } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('an organization records what PerformCare sent, and goes on to the first contact', async () => {
  const { page: supervisor } = await newcomer();
  await signsIn(supervisor, 'supervisor', '/app/referrals/recorded');
  await cannotRecordWithoutTheDocument(supervisor);
  await recordsTheAssignmentLetter(supervisor);
  await seesThatTheAdministratorDecided(supervisor);
  const referral = new URL(supervisor.url()).pathname;
  await makesRuthAccountable(supervisor);
  await goes(supervisor, referral);
  await startsTheEnrolment(supervisor);

  const { page: careManager } = await newcomer();
  await signsIn(careManager, 'careManager');
  await meetsTheFirstContact(careManager);
});

async function cannotRecordWithoutTheDocument(page: Page): Promise<void> {
  await presses(page, 'Record the referral');
  const summary = page.getByRole('alert');
  await sees(summary, 'Document: say what shows the decision');
  await sees(summary, 'First name: write the youth’s first name');
}

/** Half an hour ago in New Jersey, as date and time fields take it: happened, and not 24 hours ago at any hour of the day. */
function halfAnHourAgo(): { day: string; time: string } {
  const at = new Date(Date.now() - 30 * 60_000);
  const zone = { timeZone: 'America/New_York' } as const;
  return {
    day: at.toLocaleDateString('en-CA', zone),
    time: at.toLocaleTimeString('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }),
  };
}

async function recordsTheAssignmentLetter(page: Page): Promise<void> {
  const fill = (label: string, text: string, nth = 0) => page.getByLabel(label, { exact: true }).nth(nth).fill(text);
  const { day, time } = halfAnHourAgo();
  await page.getByLabel(/^Document/).fill('Assignment letter 26-4471');
  await page.getByLabel(/^Decided on/).fill(day);
  await page.getByLabel(/^Assigned to you on/).fill(day);
  await page.getByLabel(/^At/).first().fill(time);
  await page.getByLabel(/^Who called or wrote/).selectOption('parent');
  await page.getByLabel(/^Received on/).fill(day);
  await page
    .getByLabel(/^First name/)
    .first()
    .fill('Leopoldine');
  await page
    .getByLabel(/^Last name/)
    .first()
    .fill('Ashgrove');
  await page.getByLabel(/^Date of birth/).fill('2014-04-11');
  await fill('Street and number', '90 Elmora Avenue');
  await fill('Town', 'Elizabeth');
  await fill('ZIP', '07202');
  await presses(page, 'Take this county');
  await page
    .getByLabel(/^First name/)
    .nth(1)
    .fill('Harriet');
  await page
    .getByLabel(/^Last name/)
    .nth(1)
    .fill('Ashgrove');
  await page.getByLabel('Is the youth’s').selectOption('mother');
  await page.getByLabel('Telephone').fill('908 555 0177');
  await page.getByRole('checkbox', { name: 'Mental health' }).check();
  await presses(page, 'Record the referral');
  await page.waitForURL(/\/app\/referrals\/[0-9a-f-]+\?registered=1/);
  await arrives(page);
}

async function seesThatTheAdministratorDecided(page: Page): Promise<void> {
  await sees(page, 'As decided by PerformCare; recorded from');
  await sees(page, 'Assignment letter 26-4471');
}

async function makesRuthAccountable(page: Page): Promise<void> {
  const accept = page.getByRole('button', { name: 'Accept the referral' });
  const choose = page.getByRole('link', { name: 'Choose a care manager' });
  await accept.or(choose).first().waitFor();
  if (await accept.isVisible()) await accept.click();
  await choose.click();
  await page.getByRole('radio', { name: /Ruth Osei/ }).check();
  await page.getByLabel('Why this care manager?').fill('She has room from next week on.');
  await presses(page, 'Make Ruth Osei accountable');
  await page.waitForURL('**/app/caseload');
}

async function startsTheEnrolment(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start enrolment' }).click();
  await arrives(page);
  await page.getByRole('checkbox', { name: 'Family rights and responsibilities' }).check();
  await page.getByRole('checkbox', { name: 'Privacy notice' }).check();
  await page.getByRole('checkbox', { name: /^How to complain/ }).check();
  await page.getByRole('checkbox', { name: /^That services are voluntary/ }).check();
  await presses(page, 'Start enrolment');
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+$/);
}

async function meetsTheFirstContact(page: Page): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: /Leopoldine/ })
    .getByRole('link', { name: /contact/i })
    .first()
    .click();
  const panel = page.getByRole('complementary').filter({ hasText: 'Why this is due' });
  await sees(panel, /24 hours/);
  await panel.getByRole('link', { name: 'Record contact' }).click();
  await writes(page, 'Harriet would like to meet after her shift.');
  await signs(page);
  await sees(page, /^Signed\. This met/);
}
