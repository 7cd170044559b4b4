import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import {
  arrives,
  entersThePassword,
  goes,
  isKept,
  isLeftAlone,
  presses,
  provesItself,
  sees,
  signsIn,
  signsOut,
  stillReads,
  unlocks,
  writes,
} from './harness/steps.ts';

const { newcomer } = withBrowser();
const HALF = 'Grandmother makes the appointments, so';
const WHOLE = `${HALF} we ask her first which days suit.`;

it('an administrator ends somebody’s sessions: they are at sign-in, and nothing written is lost', async () => {
  const { page, silence } = await newcomer(WIDE);
  await signsIn(page, 'otherCareManager');
  await beginsANote(page);
  const { page: administrator, silence: there } = await newcomer(WIDE);
  // A careful change: asks for a fresh proof first.
  there.mayHear(/^401 POST \/api\/people/);
  await signsIn(administrator, 'administrator', '/app/people');
  await endsTheSessionsOf(administrator, 'Theo Lindgren');

  silence.mayHear(/^401 /);
  await writes(page, WHOLE);
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await sees(ended, /what you wrote is kept/);
  expect(await problemsInBothLooks(page, 'a session that was ended')).toEqual([]);
  await signsInElsewhere(page, ended.getByRole('link', { name: 'Sign in, in a new window' }).click());
  await presses(ended, 'I have signed in');
  await ended.waitFor({ state: 'detached' });
  await stillReads(page, WHOLE);
  await isKept(page);
  await page.reload();
  await stillReads(page, WHOLE);
  await throwsAway(page);
});

it('an organization has its screens lock after five minutes: they do, and nothing written is lost', async () => {
  const { page: administrator, silence: there } = await newcomer();
  there.mayHear(/^401 POST \/api\/people/);
  await signsIn(administrator, 'administratorElsewhere', '/app/people');
  await locksScreensAfter(administrator, 5);

  const { page, silence } = await newcomer();
  silence.mayHear(/^423 /);
  await page.clock.install();
  await signsIn(page, 'careManagerElsewhere');
  await beginsANote(page, () => page.clock.runFor(5_000));
  await isLeftAlone(page, '03:30');
  await unlocks(page);
  await stillReads(page, HALF);
  await throwsAway(page);
  await locksScreensAfter(administrator, 15);
});

it('an authenticator app is set up by hand in My account, and asked for from then on', async () => {
  const { page, silence } = await newcomer(WIDE);
  silence.mayHear(/^401 POST \/api\/totp/);
  await signsIn(page, 'thirdCareManager', '/app/account');
  const secret = await setsUpTheApp(page);
  await signsOut(page);

  await entersThePassword(page, 'thirdCareManager');
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await problemsInBothLooks(page, 'the second step of signing in')).toEqual([]);
  silence.mayHear(/^401 POST \/api\/session\/second-factor/);
  await givesTheCode(page, '000000');
  await sees(page, /^That code does not fit/);
  // The one that set the app up is used up.
  await givesTheCode(page, codeOf(secret, 30));
  await page.waitForURL((url) => !url.pathname.startsWith('/app/sign-in'));
  await arrives(page);
});

/** A note in the first chart of the seat's list, half written and kept. */
async function beginsANote(page: Page, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
  await goes(page, '/app/youth');
  await page.getByRole('table').getByRole('link').first().click();
  await presses(page, /^New note/);
  await writes(page, HALF);
  await meanwhile();
  await isKept(page);
}

async function throwsAway(page: Page): Promise<void> {
  await presses(page, 'Throw away');
  await presses(page.getByRole('dialog'), 'Throw away');
  await page.waitForURL(/\/notes$/);
}

async function endsTheSessionsOf(page: Page, name: string): Promise<void> {
  await presses(page, `Change ${name}’s seat`);
  await page.getByRole('menuitem', { name: 'See where they are signed in' }).click();
  const dialog = page.getByRole('dialog', { name: `Where ${name} is signed in` });
  await dialog.getByLabel('Why?').fill('Their bag with the telephone was stolen on the bus.');
  expect(await problemsInBothLooks(page, 'where somebody is signed in')).toEqual([]);
  await presses(dialog, 'End all of them');
  await provesItself(page);
  await sees(page, /sessions? of Theo Lindgren’s ha(s|ve) ended\./);
}

async function signsInElsewhere(page: Page, opened: Promise<void>): Promise<void> {
  const [other] = await Promise.all([page.context().waitForEvent('page'), opened]);
  await entersThePassword(other, 'otherCareManager');
  await other.waitForURL((url) => !url.pathname.startsWith('/app/sign-in'));
  await arrives(other);
  await other.close();
}

async function locksScreensAfter(page: Page, minutes: number): Promise<void> {
  await page.getByLabel('Without use for').selectOption({ label: `${minutes} minutes` });
  await presses(page, 'Save when screens lock');
  await Promise.race([provesItself(page), sees(page, `Screens lock after ${minutes} minutes from now on.`)]);
  await sees(page, `Screens lock after ${minutes} minutes from now on.`);
}

/** Types the letters under the picture into an app of ours, and its first six digits into the page; answers the letters. */
async function setsUpTheApp(page: Page): Promise<string> {
  await presses(page, 'Set it up');
  await provesItself(page);
  const byHand = page.getByText('Or type this into the app:');
  const [, secret = ''] = /app: (\S+)/.exec((await byHand.textContent()) ?? '') ?? [];
  expect(await problemsInBothLooks(page, 'an authenticator app being set up')).toEqual([]);
  await page.getByLabel('Six digits from the app').fill(codeOf(secret));
  await presses(page, 'Confirm');
  await sees(page, 'The authenticator app is set up.');
  return secret;
}

/** What the app shows now, or that many seconds from now; the server takes the next one already, since clocks drift. */
function codeOf(secret: string, seconds = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
}

async function givesTheCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Six digits from your authenticator app').fill(code);
  await presses(page, 'Continue');
}
