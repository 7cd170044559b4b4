import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { problemsInBothLooks, WIDE } from './harness/accessibility.ts';
import { withBrowser } from './harness/browser.ts';
import { arrives, presses, provesItself, sees, signsIn } from './harness/steps.ts';

const { newcomer } = withBrowser();
const PASSWORD = 'una-caminata-por-el-rio';

it('whoever reads Spanish signs in in Spanish, or in English if they choose', async () => {
  const { page, silence } = await newcomer({ ...WIDE, locale: 'es-US' });
  await page.goto('/app/sign-in');
  await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor();
  await isIn(page, 'es', 'Iniciar sesión · Kinfold');
  silence.mayHear(/^401 POST \/api\/session/);
  await page.getByLabel('Correo electrónico').fill('nadie@fact.example');
  await page.getByLabel('Contraseña', { exact: true }).fill('no es esta');
  await presses(page, 'Entrar');
  await sees(page, /^Ese correo y esa contraseña no van juntos/);
  expect(await problemsInBothLooks(page, 'signing in, in Spanish')).toEqual([]);

  await presses(page, 'English');
  await isIn(page, 'en', 'Sign in · Kinfold');
  await sees(page, /^That e-mail and password do not fit together/);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await isIn(page, 'en', 'Sign in · Kinfold');
  expect(await page.context().cookies()).toEqual([]);
});

it('the Spanish public page leads to signing in in Spanish, whatever the browser’s language', async () => {
  const { page } = await newcomer();
  await page.goto('/es');
  await page.getByRole('navigation').getByRole('link', { name: 'Iniciar sesión' }).click();
  await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor();
  await isIn(page, 'es', 'Iniciar sesión · Kinfold');
});

it('somebody invited in Spanish comes in, and meets the locked screen, in Spanish', async () => {
  const { page: administrator, silence: there } = await newcomer();
  there.mayHear(/^401 POST \/api\/people/);
  await signsIn(administrator, 'administratorElsewhere', '/app/people');
  const link = await invitesInSpanish(administrator, 'Ana Robles');

  const { page, silence } = await newcomer(WIDE);
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Le damos la bienvenida, Ana Robles' }).waitFor();
  await isIn(page, 'es', 'Le damos la bienvenida, Ana Robles · Kinfold');
  await presses(page, 'English');
  await page.getByRole('heading', { level: 1, name: 'Welcome, Ana Robles' }).waitFor();
  await presses(page, 'Español');
  expect(await problemsInBothLooks(page, 'an invitation in Spanish')).toEqual([]);
  await page.getByLabel('Elija una contraseña').fill(PASSWORD);
  await presses(page, 'Guardar la contraseña y entrar');
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/app/invitation'));
  await arrives(page);
  await isIn(page, 'en');

  silence.mayHear(/^(423|401) /);
  await presses(page, /^Your seat/);
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  const lock = page.getByRole('dialog', { name: 'La pantalla está cerrada' });
  await sees(lock, 'Ana Robles, lo que escribió está guardado. Volverá al mismo lugar.');
  expect(await lock.getAttribute('lang')).toBe('es');
  await lock.getByLabel(/^Contraseña/).fill('no es esta');
  await presses(lock, 'Abrir');
  await sees(lock, /^Esa contraseña no la abre/);
  await lock.getByLabel(/^Contraseña/).fill(PASSWORD);
  await presses(lock, 'Abrir');
  await lock.waitFor({ state: 'detached' });
});

it('an invitation that is over, or whose link is not whole, says so in Spanish', async () => {
  const { page, silence } = await newcomer({ ...WIDE, locale: 'es-US' });
  await page.goto('/app/invitation');
  await page.getByRole('heading', { level: 1, name: 'Esta invitación ya no vale' }).waitFor();
  await sees(page, /^El enlace no está completo/);
  silence.mayHear(/^410 POST \/api\/invitation\/read/);
  await page.goto('/app/sign-in');
  await page.goto(`/app/invitation#${'una-invitacion-usada'.repeat(2)}`);
  await sees(page, /^Se usó, se retiró/);
  expect(await problemsInBothLooks(page, 'an invitation that is over, in Spanish')).toEqual([]);
  await presses(page, 'English');
  await sees(page, /^It was used, withdrawn/);
});

/** The page says which language it is in, to whoever has it read out, and in its title. */
async function isIn(page: Page, language: string, title?: string): Promise<void> {
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
  if (title !== undefined) await expect.poll(() => page.title()).toBe(title);
}

async function invitesInSpanish(page: Page, name: string): Promise<string> {
  await presses(page, 'Invite somebody');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('E-mail').fill('ana.robles@bergenspromise.example');
  await dialog.getByLabel('Acts as').selectOption({ label: 'Care manager' });
  await dialog.getByLabel('Letters to them in').selectOption({ label: 'Spanish' });
  await presses(dialog, 'Invite');
  await provesItself(page);
  const link = new URL(await page.getByLabel('Link to hand over').inputValue());
  return link.pathname + link.hash;
}
