import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { arrives, goes, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

const BEGINS: readonly (readonly [Person, string, RegExp])[] = [
  ['csaCoordinator', '/app/referrals', /^Referrals$/],
  ['administrator', '/app/people', /^People and seats$/],
  ['privacyOfficer', '/app/audit/emergency', /^Emergency access$/],
  ['familySupportPartner', '/app/start', /^Where you begin$/],
  ['onCallWorker', '/app/start', /^Where you begin$/],
];

it.each(BEGINS)('%s begins at %s, also when going back to the plain address', async (person, address, title) => {
  const { page } = await newcomer();
  await signsIn(page, person);
  await page.waitForURL(`**${address}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await goes(page, '/app');
  await page.waitForURL(`**${address}`);
  expect(await page.getByRole('link', { name: /^Today/ }).count()).toBe(0);
});

it('a supervisor’s day and youth are the team’s, and the count beside Today is of the list it opens', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'supervisor');
  const team = page.getByRole('link', { name: /^My team \d+$/ });
  await team.and(page.locator('[aria-current]')).waitFor();
  const count = (await team.textContent())?.match(/\d+$/)?.[0] ?? '';
  expect(Number(count)).toBeGreaterThan(0);
  await page.getByRole('link', { name: new RegExp(`^Today ?${count}$`) }).waitFor();
  await goes(page, '/app/youth');
  await page.getByText(/^[1-9]\d* youth$/).waitFor();
});

it('a family support partner is told whose chart may be opened, and opens it', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'familySupportPartner');
  await sees(page, /^family support partner since/);
  await page.getByRole('link', { name: 'Mateo Vargas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mateo Vargas' }).waitFor();
  await arrives(page);
  expect(await page.getByRole('button', { name: /New note/ }).count()).toBe(0);
});
