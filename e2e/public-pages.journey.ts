import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { follows, presses, sees } from './harness/steps.ts';

const { newcomer } = withBrowser();
const PLAIN = { javaScriptEnabled: false } as const;

it('a parent finds the care team by ZIP code, by town and in the list, without scripts', async () => {
  const { page } = await newcomer(PLAIN);
  await page.goto('/');
  await seesHelpInDanger(page);
  await asksFor(page, '07201');
  await sees(page, /serves|Union County/);
  await seesHelpInDanger(page);
  await asksFor(page, 'Bridgeton');
  await page
    .getByRole('heading', { name: /Cumberland|Salem|Gloucester|CGS/ })
    .or(page.getByText('Cumberland County').first())
    .first()
    .waitFor();
  await follows(page.getByRole('region', { name: 'Every county and its care team' }), 'Sussex');
  await page.getByRole('heading', { level: 1, name: 'Care team for Sussex County' }).waitFor();
  await seesHelpInDanger(page);
});

it('a county’s address can be passed on and opens the same page', async () => {
  const { page } = await newcomer(PLAIN);
  await page.goto('/');
  await asksFor(page, 'Union County');
  await page
    .getByRole('paragraph')
    .filter({ hasText: 'Page to share for' })
    .getByRole('link', { name: 'Union County' })
    .click();
  const address = page.url();
  expect(new URL(address).pathname).toBe('/county/union');
  const { page: neighbour } = await newcomer(PLAIN);
  await neighbour.goto(address);
  await neighbour.getByRole('heading', { level: 1, name: 'Care team for Union County' }).waitFor();
});

it('the map is walked by keyboard, and can be skipped', async () => {
  const { page } = await newcomer(PLAIN);
  await page.goto('/');
  const map = page.getByRole('region', { name: 'Map of the counties of New Jersey' });
  await map.getByRole('link', { name: 'Skip the map' }).focus();
  await page.keyboard.press('Tab');
  const first = await focusedName(page);
  expect(first).toMatch(/ County: /);
  await page.keyboard.press('Tab');
  const second = await focusedName(page);
  expect(second).toMatch(/ County: /);
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Care team for ${second?.split(':')[0]}` }).waitFor();
});

it('the same in Spanish', async () => {
  const { page } = await newcomer({ ...PLAIN, locale: 'es-US' });
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Español' }).click();
  await page.getByRole('heading', { name: 'Encuentre el equipo de apoyo de su condado' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await seesHelpInDanger(page);
  await page.getByLabel('Su ciudad o pueblo, código postal o condado').fill('Elizabeth');
  await presses(page, 'Buscar');
  await sees(page, /Condado de Union/);
  await seesHelpInDanger(page);
  await page.goto('/es/condado/hudson');
  await page.getByRole('heading', { level: 1, name: 'Equipo de apoyo del condado de Hudson' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Care team for Hudson County' }).waitFor();
});

it('a place that is not found still leads somewhere', async () => {
  const { page, silence } = await newcomer(PLAIN);
  await page.goto('/');
  await asksFor(page, 'Zzyzx');
  await sees(page, 'We did not find that place');
  await seesHelpInDanger(page);
  silence.mayHear(/^404 GET \/county\/atlantis$/);
  await page.goto('/county/atlantis');
  await sees(page, 'There is no page for that county');
  await seesHelpInDanger(page);
});

it('how it works leads on, and staff find the door', async () => {
  const { page } = await newcomer();
  await page.goto('/');
  await follows(page, 'How it works');
  await page.getByRole('heading', { level: 1, name: 'How it works' }).waitFor();
  await seesHelpInDanger(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Password', { exact: true }).waitFor();
});

async function asksFor(page: Page, place: string): Promise<void> {
  await page.getByLabel('Your town, ZIP code or county').fill(place);
  await presses(page, 'Find');
}

/** The four numbers, each of which a telephone dials. */
async function seesHelpInDanger(page: Page): Promise<void> {
  const links = await page.getByRole('complementary').first().getByRole('link').all();
  const dialled = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(dialled).toEqual(['tel:911', 'tel:988', 'tel:+18776527624', 'tel:+18776522873']);
}

const focusedName = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('aria-label');
