import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { goesOn, opensADuty, opensTheChart, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

/** One row that nobody can read, so that nothing is registered. */
const UNREADABLE = {
  name: 'one-row.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'received_at,youth_first_name,youth_last_name,date_of_birth\n2026-01-12,Nobody,Nowhere,someday\n',
  ),
};

it('a duty’s reasons, the keys, the search and the lock', async () => {
  const { page, silence } = await newcomer(WIDE);
  silence.mayHear(/^423 /);
  await signsIn(page, 'careManager');
  const found: string[] = [];
  await opensADuty(page);
  found.push(...(await problemsInBothLooks(page, 'why a duty is owed')));
  await page.keyboard.press('Escape');
  for (const [key, name] of [
    ['?', 'Keys'],
    ['/', 'Search'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    found.push(...(await problemsInBothLooks(page, name)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
  }
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor();
  found.push(...(await problemsInBothLooks(page, 'the lock')));
  expect(found).toEqual([]);
});

it('a referral at each stage, and an import', async () => {
  const { page } = await newcomer(WIDE);
  await signsIn(page, 'csaCoordinator');
  const found: string[] = [];
  for (const stage of ['needs-a-person', 'to-decide', 'to-assign']) {
    await opensTheFirstReferral(page, stage);
    found.push(...(await problemsInBothLooks(page, `/app/referrals/$chart ${stage}`)));
  }
  await goesOn(page, '/app/import');
  await page.locator('input[type="file"]').setInputFiles(UNREADABLE);
  await sees(page, 'What would become of them');
  found.push(...(await problemsInBothLooks(page, '/app/import with a file')));
  await presses(page, 'Import one row');
  await sees(page, 'Rows to mend');
  found.push(...(await problemsInBothLooks(page, '/app/import/$import')));
  expect(found).toEqual([]);
});

it('from an accepted referral to an enrolment', async () => {
  const { page } = await newcomer(WIDE);
  await signsIn(page, 'supervisor');
  const found: string[] = [];
  await opensTheFirstReferral(page, 'to-enrol');
  const referral = new URL(page.url()).pathname;
  found.push(...(await problemsInBothLooks(page, '/app/referrals/$chart accepted')));
  await goesOn(page, referral.replace('/referrals/', '/caseload/youth/'));
  found.push(...(await problemsInBothLooks(page, '/app/caseload/youth/$chart')));
  await goesOn(page, `${referral}/enrolment`);
  await presses(page, 'Start enrolment');
  await sees(page, 'Given and explained: tick what was given');
  found.push(...(await problemsInBothLooks(page, '/app/referrals/$chart/enrolment')));
  expect(found).toEqual([]);
});

it('a chart that was handed over', async () => {
  const { page } = await newcomer(WIDE);
  await signsIn(page, 'supervisor');
  await handsAChartOver(page);
  await goesOn(page, '/app/youth/transferred');
  await page.getByRole('link', { name: 'Levi Thornton' }).click();
  const found: string[] = [];
  for (const part of ['Notes', 'Timeline', 'Owed on that day']) {
    await page.getByRole('link', { name: new RegExp(`^${part}`) }).click();
    found.push(...(await problemsInBothLooks(page, `/app/youth/$chart/transferred ${part}`)));
  }
  expect(found).toEqual([]);
});

it('a note amended', async () => {
  const { page } = await newcomer(WIDE);
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Mateo Vargas');
  await goesOn(page, `${chart}/notes`);
  await page.getByRole('link', { name: 'Amend' }).first().click();
  await page.getByLabel('Why is it amended?').waitFor();
  expect(await problemsInBothLooks(page, '/app/youth/$chart/notes/$note/amend')).toEqual([]);
});

/** Once for the program a worker's journeys share: the chart of a youth no other journey is about goes to another organization. */
async function handsAChartOver(page: Page): Promise<void> {
  await page.evaluate(
    async ([text, on]) => {
      const session = (await (await fetch('/api/session')).json()) as { seats: { id: string }[] };
      const headers = {
        'content-type': 'application/json',
        'x-kinfold': '1',
        'x-kinfold-seat': session.seats[0]?.id ?? '',
      };
      const post = (path: string, body: object) =>
        fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).then((answer) => answer.json());
      const { found } = (await post('/api/search', { text })) as { found: { chart: string }[] };
      if (!found[0]) return;
      const body = { id: crypto.randomUUID(), toAgency: 1, on, reason: 'The family moved to the other county.' };
      await post(`/api/charts/${found[0].chart}/transfer`, body);
    },
    ['Levi Thornton', new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' })],
  );
}

async function opensTheFirstReferral(page: Page, stage: string): Promise<void> {
  await goesOn(page, `/app/referrals?stage=${stage}`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'What was told' }).waitFor();
}
