import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FOR_AXE, seesNoAccessibilityProblem } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { arrives, goes, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('a supervisor moves part of a caseload, and the lists of both care managers follow', async () => {
  const { page: from } = await newcomer();
  await signsIn(from, 'otherCareManager', '/app/youth');
  const before = await countsYouth(from);
  const { page: supervisor } = await newcomer(FOR_AXE);
  await signsIn(supervisor, 'supervisor', '/app/caseload/move');
  await choosesFromTheoToJerome(supervisor);
  const youth = await takesTwo(supervisor);
  await moves(supervisor);
  await seesNoAccessibilityProblem(supervisor);

  await goes(from, '/app/youth');
  expect(await countsYouth(from)).toBe(before - 2);
  await goes(from, '/app?group=youth');
  for (const name of youth) expect(await from.getByRole('heading', { name }).count()).toBe(0);

  const { page: to } = await newcomer();
  await signsIn(to, 'newCareManager', '/app/youth');
  for (const name of youth) await to.getByRole('link', { name, exact: true }).waitFor();
});

async function countsYouth(page: Page): Promise<number> {
  await arrives(page);
  const words = await page
    .getByText(/^\d+ youth$/)
    .first()
    .textContent();
  return Number.parseInt(words ?? '', 10);
}

async function choosesFromTheoToJerome(page: Page): Promise<void> {
  const whose = page.getByLabel('Whose youth');
  const theo = await whose.locator('option').filter({ hasText: 'Theo Lindgren' }).getAttribute('value');
  await whose.selectOption(theo);
  await page.getByRole('checkbox', { name: /^Jerome Baptiste/ }).check();
  await presses(page, 'Show what would change');
  await sees(page, /\d+ youth would move/);
}

/** Leaves all but the first two where they are; answers the two names. */
async function takesTwo(page: Page): Promise<string[]> {
  const takes = page.getByRole('table', { name: 'Which youth' }).getByRole('checkbox');
  const names: string[] = [];
  for (const box of await takes.all()) names.push((await box.getAttribute('aria-label')) ?? '');
  for (const name of names.slice(2))
    await takes
      .and(page.getByLabel(name, { exact: true }))
      .first()
      .uncheck();
  await sees(page, '2 youth would move');
  return names.slice(0, 2);
}

async function moves(page: Page): Promise<void> {
  await page.getByLabel('Why are they moved?').fill('Jerome has room; both families know.');
  await presses(page, 'Move 2 youth');
  await page.waitForURL(/\/app\/caseload\/moves\//);
  await sees(page, /2 moved\./);
  await page.getByRole('row').filter({ hasText: 'moved' }).nth(1).waitFor();
}
