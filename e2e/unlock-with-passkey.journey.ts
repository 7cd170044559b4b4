import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { withBrowser } from './harness/browser.ts';
import { goes, presses, provesItself, sees, seesNoMore, signsIn, writes } from './harness/steps.ts';

const { newcomer } = withBrowser();

it('a locked screen opens with a passkey, and what was being written is still there', async () => {
  const { page, silence } = await newcomer();
  silence.mayHear(/^423 /);
  // Asked to prove oneself first.
  silence.mayHear(/^401 POST \/api\/passkeys/);
  await hasASecurityKey(page);
  await signsIn(page, 'otherCareManager', '/app/account');
  await addsAPasskey(page);
  await goes(page, '/app/youth');
  await page.getByRole('table').getByRole('link').first().click();
  await presses(page, /^New note/);
  await writes(page, 'Words nobody should have to write twice.');
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await sees(page, 'The screen is locked');
  await presses(page, 'Unlock with your passkey');
  await seesNoMore(page, 'The screen is locked');
  await page.getByText('Words nobody should have to write twice.').waitFor();
  await presses(page, 'Throw away');
  await removesThePasskey(page);
});

/** A security key the browser itself plays; it says yes to every question. */
async function hasASecurityKey(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function addsAPasskey(page: Page): Promise<void> {
  await page.getByLabel('A name for it').fill('Office key');
  await presses(page, 'Add a passkey');
  await provesItself(page);
  await sees(page, 'The passkey is added.');
}

/** The people of the demo sign in by password in every other journey. */
async function removesThePasskey(page: Page): Promise<void> {
  await goes(page, '/app/account');
  await presses(page, /: Office key$/);
  await sees(page, 'The passkey is removed.');
}
