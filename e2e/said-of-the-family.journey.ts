import type { Locator, Page } from 'playwright-core';
import { it } from 'vitest';
import { FOR_AXE, seesNoAccessibilityProblem } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { opensTheChart, presses, sees, seesNoMore, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function opensTheFamily(page: Page, name: string): Promise<void> {
  await signsIn(page, 'careManager');
  await opensTheChart(page, name);
  await page.getByRole('link', { name: 'Family & contacts', exact: true }).click();
  await card(page, 'Consent given').waitFor();
}

it('a family takes its yes back, which is told with what follows, and says yes again', async () => {
  const { page } = await newcomer(FOR_AXE);
  await opensTheFamily(page, 'Matias Salcedo');
  const given = card(page, 'Consent given');
  await given.getByRole('button', { name: /^More: Care management/ }).click();
  await page.getByRole('menuitem', { name: 'Taken back…' }).click();
  const dialog = page.getByRole('dialog', { name: 'The yes to care management is taken back' });
  await presses(dialog, 'Record it');
  await sees(dialog, 'Who took it back: this is needed.');
  await seesNoAccessibilityProblem(page);
  await dialog.getByLabel('Who took it back').fill('Julio Marte');
  await dialog.getByLabel('By what authority').selectOption('legal-guardian');
  await dialog.getByLabel('Why, if they said').fill('They want a rest until the spring.');
  await dialog.getByRole('button', { name: 'Record it' }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  await sees(given, /^No yes to care management has stood since/);
  await sees(given, /^Taken back .*, by Julio Marte, as legal guardian$/);
  await sees(given, 'Why: They want a rest until the spring.');
  await seesNoAccessibilityProblem(page);

  await presses(given, 'Yes again');
  const again = page.getByRole('dialog', { name: 'Yes to care management again' });
  await again.getByLabel('Who said yes').fill('Julio Marte');
  await again.getByLabel('By what authority').selectOption('legal-guardian');
  await again.getByLabel('In which language it was explained').fill('Spanish');
  await presses(again, 'Record it');
  await again.waitFor({ state: 'detached' });
  await seesNoMore(given, /^No yes to care management has stood since/);
  await sees(given, 'taken back');

  // Taken back again on the same day: each of the two is set right by itself.
  const ofCare = given.getByRole('button', { name: /^More: Care management/ });
  await ofCare.last().click();
  await page.getByRole('menuitem', { name: 'Taken back…' }).click();
  await dialog.getByLabel('Who took it back').fill('Iris Salcedo');
  await dialog.getByLabel('By what authority').selectOption('legal-guardian');
  await presses(dialog, 'Record it');
  await sees(given, /^Taken back .*, by Iris Salcedo, as legal guardian$/);
  await ofCare.first().click();
  await page.getByRole('menuitem', { name: 'Set right…' }).click();
  const wrong = page.getByRole('dialog', { name: 'Recorded wrongly: Consent taken back' });
  await wrong.getByLabel('What is right').selectOption({ label: 'It never was so' });
  await wrong.getByLabel('What was wrong').fill('It was another family.');
  await presses(wrong, 'Set it right');
  await wrong.waitFor({ state: 'detached' });
  await seesNoMore(given, /^Taken back .*, by Julio Marte, as legal guardian$/);
  await sees(given, /^Taken back .*, by Iris Salcedo, as legal guardian$/);
  await sees(given, /^No yes to care management has stood since/);
});

it('a birth day that is a guess says so wherever it stands', async () => {
  const { page } = await newcomer();
  await opensTheFamily(page, 'Noelia Alvarado');
  const youth = card(page, 'The youth');
  await presses(youth, 'Change');
  const dialog = page.getByRole('dialog', { name: 'The youth' });
  await dialog.getByLabel('The birth day is an estimate').check();
  await presses(dialog, 'Save');
  await dialog.waitFor({ state: 'detached' });
  await sees(youth, /\(estimated\)$/);
  await presses(card(page, 'Earlier'), 'Show');
  await sees(page, /Birth day is an estimate/);
});
