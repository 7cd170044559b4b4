import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { arrives, follows, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('an agency sets a number of its own with a reason, after seeing what it would change, and takes it back', async () => {
  const { page } = await newcomer();
  await signsIn(page, 'agencyLead', '/app/policy');
  await follows(page, 'Read the clauses');
  await arrives(page);
  await asksWhatWouldChange(page);
  await cannotSetItWithoutAReason(page);
  await setsItWithAReason(page);
  await takesItBack(page);
});

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Set “/ });

async function asksWhatWouldChange(page: Page): Promise<void> {
  await presses(page, /^Set “/);
  const value = dialog(page).getByLabel('New value');
  await value.fill('9');
  await presses(dialog(page), 'What would change?');
  await sees(dialog(page), /^Counted over \d+ charts of .+\. Nothing was changed\./);
}

async function cannotSetItWithoutAReason(page: Page): Promise<void> {
  await presses(dialog(page), 'Set this number');
  await sees(dialog(page), 'Say why in a few words');
}

async function setsItWithAReason(page: Page): Promise<void> {
  await dialog(page).getByLabel('Why?').fill('Agreed in the leads’ meeting.');
  await presses(dialog(page), 'Set this number');
  await dialog(page).waitFor({ state: 'detached' });
  await sees(page, /Patricia Nwosu, from .*: Agreed in the leads’ meeting\./);
}

async function takesItBack(page: Page): Promise<void> {
  const end = page.getByRole('button', { name: /^End your own “/ });
  await end.first().click();
  await presses(page.getByRole('dialog', { name: 'End this number?' }), 'End it');
  await end.first().waitFor({ state: 'detached' });
}
