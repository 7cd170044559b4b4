import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import type { Person } from './harness/people.ts';
import { arrives, signsIn } from './harness/steps.ts';

/**
 * The pictures of the README, of the program as it runs. They are looked at in the folder that KINFOLD_PICTURES names
 * (docs/pictures to renew them), else in a passing one: they must always be possible to take, and small enough.
 */
const folder = process.env.KINFOLD_PICTURES ?? mkdtempSync(join(tmpdir(), 'kinfold-pictures-'));
const MOST_BYTES = 225_000;
const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 760 } };
const NARROW: BrowserContextOptions = { viewport: { width: 375, height: 812 } };

interface Picture {
  readonly name: string;
  readonly look: BrowserContextOptions;
  readonly as?: Person;
  readonly at: string;
  /** What is done on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'public', look: WIDE, at: '/county/union' },
  { name: 'public-phone', look: NARROW, at: '/county/union' },
  { name: 'today', look: WIDE, as: 'careManager', at: '/app', before: opensTheFirstContactOfLuz },
  { name: 'why-phone', look: NARROW, as: 'careManager', at: '/app', before: opensTheFirstContactOfLuz },
  { name: 'chart', look: WIDE, as: 'careManager', at: '/app/youth', before: opensMateo },
  { name: 'referral', look: WIDE, as: 'csaCoordinator', at: '/app/referrals?stage=needs-a-person', before: opensFirst },
  { name: 'caseload', look: WIDE, as: 'supervisor', at: '/app/caseload' },
];

const { newcomer } = withBrowser();

it.each(PICTURES)('a picture of $name', async ({ name, look, as, at, before }) => {
  const { page } = await newcomer(look);
  if (as) await signsIn(page, as, at);
  else await page.goto(at);
  await before?.(page);
  await page.waitForLoadState('networkidle');
  // Nothing is pointed at, so nothing looks chosen that is not.
  await page.mouse.move(0, 0);
  mkdirSync(folder, { recursive: true });
  const picture = await page.screenshot({ path: join(folder, `${name}.png`) });
  expect(picture.byteLength).toBeLessThanOrEqual(MOST_BYTES);
});

async function opensTheFirstContactOfLuz(page: Page): Promise<void> {
  const duty = page.getByRole('listitem').filter({ hasText: 'Luz Vargas' });
  await duty.getByRole('link', { name: 'First contact in 24 hours' }).click();
  await page.getByRole('heading', { name: 'Why this is due' }).waitFor();
}

async function opensMateo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mateo Vargas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mateo Vargas' }).waitFor();
  await arrives(page);
}

async function opensFirst(page: Page): Promise<void> {
  await page.locator('main table a').first().click();
  await page.getByRole('heading', { name: 'What was told' }).waitFor();
}
