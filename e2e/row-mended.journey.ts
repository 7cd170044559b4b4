import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { arrives, follows, presses, sees, seesNoMore, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

const HEAD =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,gender,address,city,state,zip,county,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,preferred_language,interpreter_needed,domains,situation,caller,consent_to_refer,intensity';
/** The second cannot be read: no year has that day. */
const ROWS = [
  'M-201,2026-01-12T15:05Z,Leocadia,Fairweather,2014-05-06,female,18 Chilton Street,Elizabeth,NJ,07202,Union,Odile,Fairweather,mother,(908) 555-0181,English,N,mental health,Builds ships out of boxes.,parent,Y,moderate',
  'M-202,2026-01-12T15:05Z,Anselm,Drinkwater,31 June 2013,male,5 Stiles Street,Elizabeth,NJ,07208,Union,Maud,Drinkwater,mother,(908) 555-0182,English,N,mental health,Sleeps badly since the move.,parent,Y,moderate',
];
const FILE = { name: 'referrals-of-monday.csv', mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...ROWS].join('\n')) };

it('a row that cannot be read is mended in the form, and comes in once', async () => {
  const { page } = await newcomer(WIDE);
  await signsIn(page, 'csaCoordinator', '/app/import');
  await imports(page, /1 registered, 1 to mend\./);
  const imported = new URL(page.url()).pathname;
  await opensTheRowInTheForm(page);
  expect(await problemsInBothLooks(page, 'a row to mend in the form')).toEqual([]);
  await mendsTheDay(page);
  await sees(page, 'Anselm Drinkwater');
  await follows(page, 'Set right what is wrong');
  await page.getByRole('region', { name: 'The youth' }).getByRole('button', { name: 'Change' }).waitFor();

  await page.goto(imported);
  await sees(page, '2 registered.');
  await page.getByRole('row').filter({ hasText: 'Anselm Drinkwater' }).filter({ hasText: 'registered' }).waitFor();
  await seesNoMore(page, 'Rows to mend');

  // Whoever imports the mended file too brings nobody in twice.
  await page.goto('/app/import');
  await arrives(page);
  await page.locator('input[type="file"]').setInputFiles({
    ...FILE,
    buffer: Buffer.from(FILE.buffer.toString().replace('31 June 2013', '2013-06-30')),
  });
  await sees(page, '2 here already: left out');
});

async function imports(page: Page, became: RegExp): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(FILE);
  await presses(page, 'Import 2 rows');
  await page.waitForURL(/\/app\/import\/[0-9a-f-]+/);
  await sees(page, became);
}

async function opensTheRowInTheForm(page: Page): Promise<void> {
  await follows(page, 'Mend it in the form: row 3');
  await page.getByRole('heading', { level: 1, name: 'Register a referral' }).waitFor();
  await sees(page, 'Row 3 of referrals-of-monday.csv');
  expect(await page.getByLabel('Last name').first().inputValue()).toBe('Drinkwater');
}

async function mendsTheDay(page: Page): Promise<void> {
  await page.getByLabel('Date of birth').fill('2013-06-30');
  await presses(page, 'Register the referral');
  await page.waitForURL(/\/app\/referrals\/[0-9a-f-]+/);
  await arrives(page);
}
