import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { goes, opensTheChart, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const YOUTH = 'Jonah';

it('a deep link into another organization’s chart gives nothing away, and leaves a trace', async () => {
  const { page: careManager } = await newcomer();
  await signsIn(careManager, 'careManager');
  const chart = await opensTheChart(careManager, YOUTH);
  const name = await careManager.getByRole('heading', { level: 1 }).innerText();

  const { page: stranger, silence } = await newcomer();
  silence.mayHear(/^404 GET \/api\/charts\//);
  await signsIn(stranger, 'careManagerElsewhere', chart);
  await seesNothingOf(stranger, name);

  const { page: officer } = await newcomer();
  await signsIn(officer, 'privacyOfficer', chart);
  await findsTheLooks(officer, chart);
  await findsTheRefusal(officer);
});

async function seesNothingOf(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'There is no such chart for this seat' }).waitFor();
  const shown = `${await page.title()} ${await page.locator('body').innerText()}`;
  for (const part of name.split(' ')) expect(shown).not.toContain(part);
}

async function findsTheLooks(page: Page, chart: string): Promise<void> {
  await goes(page, `${chart}/looks`);
  const rows = page.getByRole('row');
  await rows.filter({ hasText: 'Ruth Osei' }).first().waitFor();
  await rows.filter({ hasText: 'Carlos Jankowski' }).filter({ hasText: 'refused' }).first().waitFor();
  await rows.filter({ hasText: '(you)' }).first().waitFor();
}

async function findsTheRefusal(page: Page): Promise<void> {
  await goes(page, '/app/audit');
  await page.getByLabel('Outcome').selectOption({ label: 'was not let' });
  await presses(page, 'Show');
  await page.getByRole('row').filter({ hasText: 'Carlos Jankowski' }).filter({ hasText: 'was not let' }).first().waitFor();
  await presses(page, 'Check the whole chain');
  await sees(page, /^Every seal holds|No seal was made yet/);
}
