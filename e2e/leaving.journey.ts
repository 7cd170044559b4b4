import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FOR_AXE, seesNoAccessibilityProblem } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { arrives, follows, goes, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('a supervisor transfers a youth to another organization, which is offered the chart; the past stays readable', async () => {
  const { page } = await newcomer(FOR_AXE);
  await signsIn(page, 'supervisor', '/app/youth?whose=team');
  const name = await opensAReferralOf(page, 'Alice Fennimore');
  await follows(page, 'Transfer or end…');
  await presses(page, 'Transfer');
  await sees(page, 'Choose the organization.');
  await seesNoAccessibilityProblem(page);
  await page.getByLabel('Which organization').selectOption({ label: "Bergen's Promise" });
  await page.getByLabel('Why', { exact: true }).fill('The family moved to Hackensack, and knows who calls next.');
  await presses(page, "Transfer to Bergen's Promise");
  await page.getByRole('dialog', { name: `Transfer ${name} to Bergen's Promise?` }).waitFor();
  await page.getByRole('button', { name: 'Transfer the chart' }).dblclick();
  await page.waitForURL('**/app/youth/transferred');
  await page.getByRole('link', { name, exact: true }).waitFor();

  const { page: there } = await newcomer();
  await signsIn(there, 'careManagerElsewhere', '/app/referrals?stage=offered');
  await there.getByRole('link', { name, exact: true }).waitFor();
});

it('care management ends on a ground, after asking, and the chart says so', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'supervisor', '/app/youth?whose=team');
  const name = await opensAReferralOf(page, 'Alice Fennimore');
  await follows(page, 'Transfer or end…');
  await page
    .getByLabel('On what ground')
    .selectOption({ label: 'The family, or the young adult, asked for it in writing' });
  await page.getByLabel('In your own words').fill('A letter came on Monday; the aunt and the coach stay close.');
  await presses(page, 'End care management');
  await page.getByRole('dialog', { name: `End care management for ${name}?` }).waitFor();
  await presses(page, 'End it');
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+$/);
  await page
    .getByText(/^Ended since /)
    .first()
    .waitFor();
});

it('a referral goes back to the CSA with a reason, and the lists say where it went', async () => {
  const { page, silence } = await newcomer();
  await signsIn(page, 'supervisor', '/app/referrals?stage=offered');
  const youth = page.getByRole('table').getByRole('link').first();
  const name = (await youth.textContent()) ?? '';
  await youth.click();
  await arrives(page);
  await presses(page, 'Return it…');
  await page.getByRole('dialog').getByRole('textbox').fill('The family lives in Essex County since Friday.');
  await page.getByRole('button', { name: 'Return the referral' }).click();
  await page.getByText('Choose what comes nearest').waitFor();
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'They live in another county' });
  await page.getByRole('button', { name: 'Return the referral' }).dblclick();
  await sees(page, /^Returned, with your reason/);
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });

  // The second click went nowhere, and what is not theirs any more is not shown from memory.
  silence.mayHear(/^404 GET /);
  await page.goBack();
  await sees(page, 'This referral is not here');
  expect(await page.getByText(name).count()).toBe(0);
});

/** A youth of a care manager whom no other journey is about; answers the name. */
async function opensAReferralOf(page: Page, careManager: string): Promise<string> {
  await arrives(page);
  const youth = page.getByRole('row').filter({ hasText: careManager }).getByRole('link').first();
  const [name, href] = [(await youth.textContent()) ?? '', (await youth.getAttribute('href')) ?? ''];
  await goes(page, href.replace('/youth/', '/referrals/'));
  return name;
}
