import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { follows, goes, opensTheChart, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

test('the administrator records that the letter of a decision was sent', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'csaCoordinator', '/app/referrals?stage=to-assign');
  await page.locator('main table a').first().click();
  await page.getByRole('heading', { name: 'Letter to the family' }).waitFor();
  await presses(page, 'Record as sent');
  await page.getByLabel('How it went').selectOption({ label: 'By certified mail' });
  await presses(page, 'Record it');
  await sees(page, 'By certified mail, in English; recorded by Noor Haddad');
});

test('rows that could not be read come back by name, and in a file that runs no formula', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'csaCoordinator', '/app/import');
  const rows = [
    'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth',
    'J-1,2026-02-20,Ada,Quinn,yesterday',
    'J-2,2026-02-20,=1+1,Stone,2013-05-26',
  ];
  const buffer = Buffer.from(rows.join('\n'));
  await page.setInputFiles('input[type=file]', { name: 'rows.csv', mimeType: 'text/csv', buffer });
  await presses(page, 'Import 2 rows');
  await sees(page, 'Ada Quinn');
  await sees(page, 'Date of birth is not a date: “yesterday”.');
  const [file] = await Promise.all([page.waitForEvent('download'), presses(page, 'Download the rows to mend')]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain("'=1+1,Stone");
});

test('an organization’s entry is mended with its source, and the change is there to read', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'csaCoordinator', '/app/directory');
  await presses(page, /^Mend: Families and Community Together/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why?').fill('Looked at their page again.');
  await presses(dialog, 'Save');
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, 'Looked at their page again.');
});

test('what was said of a youth before stays readable, and the face sheet is a file', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Jonah Tate');
  await goes(page, `${chart}/family`);
  const youth = page.getByRole('button', { name: 'Change', exact: true });
  await youth.first().click();
  await presses(page.getByRole('dialog'), 'Add another language');
  await page.keyboard.type('Gullah');
  await page.getByLabel('Would rather talk in').selectOption('Gullah');
  await presses(page, 'Save');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await presses(page, 'Show');
  await sees(page, 'Languages: speaks English; reads English → speaks English, Gullah (preferred); reads English');
  await follows(page, 'Face sheet');
  await presses(page, /^Download the PDF/);
  const wish = page.getByRole('menuitem', { name: 'Without confidential addresses' });
  const [file] = await Promise.all([page.waitForEvent('download'), wish.click()]);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a form with words in it asks before it closes, and the words are there when one goes back', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'careManager');
  const chart = await opensTheChart(page, 'Jonah Tate');
  await goes(page, `${chart}/family`);
  await presses(page, 'Add a way');
  const number = page.getByLabel(/^Number, e-mail or street/);
  await number.fill('908 555 0133');
  await page.keyboard.press('Escape');
  const asked = page.getByRole('dialog', { name: 'Close without saving?' });
  await presses(asked, 'Go back');
  await asked.waitFor({ state: 'hidden' });
  expect(await number.inputValue()).toBe('908 555 0133');
  await page.keyboard.press('Escape');
  await presses(asked, 'Close without saving');
  await number.waitFor({ state: 'hidden' });
});
