import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { FOR_AXE, seesNoAccessibilityProblem } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { goes, presses, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();

/** Everything PerformCare may have decided, and what the referral says of it afterwards. */
const DECIDED = {
  eligible: 'Eligible for care management',
  'not-eligible': 'Not eligible',
  'more-information': 'More information needed',
  'mobile-response': 'Mobile response first',
  'short-term': 'Short-term services by the CSA',
  'idd-path': 'Developmental disability application',
  'substance-use-path': 'Substance use assessment',
} as const;
type Outcome = keyof typeof DECIDED;
const OUTCOMES = Object.keys(DECIDED) as Outcome[];

const HEAD =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,gender,address,city,state,zip,county,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,preferred_language,interpreter_needed,domains,situation,caller,consent_to_refer,intensity';
const FIRST = ['Alba', 'Bruno', 'Celeste', 'Dorian', 'Elvira', 'Fabian', 'Greta'];
const rows = OUTCOMES.map(
  (_, at) =>
    `D-31${at},2026-01-12T15:05Z,${FIRST[at]},Hollybank,201${at}-05-06,female,${at + 3} Westfield Avenue,Elizabeth,NJ,07208,Union,Mina,Hollybank,mother,(908) 555-017${at},English,N,mental health,Draws maps of the whole town.,parent,Y,moderate`,
);
const FILE = { name: 'sent-to-us.csv', mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...rows].join('\n')) };

it('an organization records each thing PerformCare may have decided of its own file’s referrals', async () => {
  const { page } = await newcomer(FOR_AXE);
  await signsIn(page, 'supervisor', '/app/import');
  await page.locator('input[type="file"]').setInputFiles(FILE);
  await presses(page, 'Import 7 rows');
  await page.waitForURL(/\/app\/import\/[0-9a-f-]+/);
  await sees(page, /7 registered\./);
  const links = await page
    .getByRole('row')
    .getByRole('link', { name: /Hollybank$/ })
    .all();
  const referrals = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const [at, outcome] of OUTCOMES.entries()) {
    await goes(page, referrals[at] ?? '');
    await records(page, outcome);
  }
});

async function records(page: Page, outcome: Outcome): Promise<void> {
  const card = page.getByRole('region', { name: 'What the CSA decided' });
  await card.getByLabel('What was decided').selectOption(outcome);
  await card.getByLabel(/^Document/).fill(`Letter about ${outcome}`);
  if (outcome === 'eligible') {
    await presses(card, 'Record and accept');
    await sees(card, 'Assigned on: choose the day and the hour');
    await seesNoAccessibilityProblem(page);
    await card.getByLabel(/^At/).fill('00:00');
  }
  await presses(card, outcome === 'eligible' ? 'Record and accept' : 'Record the decision');
  const decided = page.getByRole('region', { name: 'Eligibility' });
  await sees(decided, `As decided by PerformCare; recorded from Letter about ${outcome}`);
  await sees(decided, DECIDED[outcome]);
}
