import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { arrives, goes, opensTheChart, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('a deep link into another organization’s chart gives nothing away, and leaves a trace', async () => {
  const { page: elsewhere } = await newcomer();
  await signsIn(elsewhere, 'careManagerElsewhere', '/app/youth');
  const { name, address } = await opensTheFirstChart(elsewhere);

  const { page: stranger, silence } = await newcomer();
  silence.mayHear(/^404 GET \/api\/charts\//);
  await signsIn(stranger, 'careManager', address);
  for (const part of ['', '/notes', '/timeline', '/family', '/face-sheet', '/looks']) {
    await goes(stranger, `${address}${part}`);
    await seesNothingOf(stranger, name);
  }

  const { page: officer } = await newcomer();
  await signsIn(officer, 'privacyOfficer', '/app/audit');
  await findsTheRefusal(officer, 'Ruth Osei');
  await checksTheSeals(officer);
});

it('who looked at a chart can be read, one’s own look among them', async () => {
  const { page: careManager } = await newcomer();
  await signsIn(careManager, 'careManager');
  const chart = await opensTheChart(careManager, 'Jonah Tate');
  const { page: officer } = await newcomer();
  await signsIn(officer, 'privacyOfficer', `${chart}/looks`);
  await officer
    .getByRole('row')
    .filter({ hasText: 'Ruth Osei' })
    .filter({ hasText: 'Opened a chart' })
    .first()
    .waitFor();
  await officer.getByRole('row').filter({ hasText: 'Helen Marchetti (you)' }).first().waitFor();
});

async function opensTheFirstChart(page: Page): Promise<{ name: string; address: string }> {
  const first = page.getByRole('row').getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await page.waitForURL(/\/app\/youth\/[0-9a-f-]+$/);
  await arrives(page);
  return { name, address: new URL(page.url()).pathname };
}

async function seesNothingOf(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'There is no such chart for this seat' }).waitFor();
  const shown = `${await page.title()} ${await page.locator('body').textContent()}`;
  for (const part of name.split(' ')) expect(shown).not.toContain(part);
}

async function findsTheRefusal(page: Page, who: string): Promise<void> {
  await page.getByLabel('Outcome').selectOption({ label: 'was not let' });
  await presses(page, 'Show');
  const refusal = page.getByRole('row').filter({ hasText: who }).filter({ hasText: 'was not let' });
  await refusal.filter({ hasText: 'Opened a chart' }).first().waitFor();
}

async function checksTheSeals(page: Page): Promise<void> {
  await presses(page, 'Check the whole chain');
  await sees(page, /Every seal holds/);
}
