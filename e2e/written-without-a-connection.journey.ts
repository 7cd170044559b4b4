import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Opened, withBrowser } from './harness/browser.ts';
import {
  arrives,
  follows,
  goes,
  isKept,
  opensTheChart,
  presses,
  sees,
  signsIn,
  signsOut,
  stillReads,
  writes,
} from './harness/steps.ts';

const { newcomer } = withBrowser();
const HALF = 'We looked at the school’s letter together, and';
/** Found in nothing the browser keeps. */
const CANARY = 'the heron came back to the pond';
const WHOLE = `${HALF} ${CANARY}.`;
const BACK = 'Words you wrote without a connection are back.';

it('words written without a connection outlive a closed tab: they are back after signing in, and reach the server', async () => {
  const opened = await newcomer();
  const note = await beginsANote(opened, 'Amina Rahman');
  const other = await writesWithoutAConnection(opened, WHOLE);

  const page = await comesBack(other);
  await signsIn(page, 'careManager');
  await sees(page, BACK);
  await follows(page, /^A note, written/);
  await page.waitForURL((url) => url.pathname === note);
  await stillReads(page, WHOLE);
  await seesNothingKept(page);
  // On the server, and so in a browser that has kept nothing.
  const { page: elsewhere } = await newcomer();
  await signsIn(elsewhere, 'careManager', note);
  await stillReads(elsewhere, WHOLE);
  await throwsAway(elsewhere);
});

it('what was written meanwhile in another browser is not overwritten: the writer sees both', async () => {
  const opened = await newcomer();
  const note = await beginsANote(opened, 'Jonah Tate');
  const other = await writesWithoutAConnection(opened, WHOLE);
  const { page: elsewhere } = await newcomer();
  await signsIn(elsewhere, 'careManager', note);
  await stillReads(elsewhere, HALF);
  await writes(elsewhere, 'Written at the other desk.');
  await isKept(elsewhere);

  opened.silence.mayHear(/^409 PUT \/api\/drafts/);
  const page = await comesBack(other);
  await signsIn(page, 'careManager');
  await sees(page, 'open it to decide');
  await follows(page, /^A note, written/);
  const both = page.getByRole('dialog', { name: 'Written in two windows' });
  await sees(both, CANARY);
  await sees(both, 'Written at the other desk.');
  await presses(both, 'Save yours');
  await isKept(page);
  await seesNothingKept(page);
  await elsewhere.reload();
  await stillReads(elsewhere, WHOLE);
  await throwsAway(elsewhere);
});

it('somebody else at the same computer neither reads nor loses them, and whoever signs in is told that words wait', async () => {
  const opened = await newcomer();
  const note = await beginsANote(opened, 'Mateo Vargas');
  const other = await writesWithoutAConnection(opened, WHOLE);
  const page = await comesBack(other);
  await page.goto('/app/sign-in');
  await sees(page, 'Words written on this computer were never sent.');
  await signsIn(page, 'otherCareManager');
  await arrives(page);
  await signsOut(page);
  expect(await kept(page)).toHaveLength(1);
  await signsIn(page, 'careManager', note);
  await sees(page, BACK);
  await stillReads(page, WHOLE);
  await throwsAway(page);
});

it('a form that is left without a connection has its words again when it is opened', async () => {
  const { page, silence } = await newcomer();
  await beginsANote({ page, silence }, 'Priya Desai');
  // Read once, so that its code is there.
  await follows(page, 'Notes');
  await follows(page, 'Go on writing');
  await stillReads(page, HALF);
  silence.mayHear(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await writes(page, WHOLE);
  await sees(page, /^Not saved on the server yet/);
  await page.goBack();
  await page.goForward();
  await stillReads(page, WHOLE);
  await page.context().setOffline(false);
  await isKept(page);
  await throwsAway(page);
});

/** A note about a youth, half written and on the server; answers its address. */
async function beginsANote({ page }: Pick<Opened, 'page' | 'silence'>, name: string): Promise<string> {
  await signsIn(page, 'careManager');
  const note = `${await opensTheChart(page, name)}/notes/new`;
  await goes(page, note);
  await writes(page, HALF);
  await isKept(page);
  return note;
}

/** Goes on writing without a connection, and the page is closed before any word of it has left; answers an empty one beside it. */
async function writesWithoutAConnection({ page, silence }: Opened, words: string): Promise<Page> {
  silence.mayHear(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await writes(page, words);
  await sees(page, /^Not saved on the server yet/);
  await expect.poll(() => kept(page)).toHaveLength(1);
  expect((await kept(page)).join()).not.toMatch(new RegExp(`heron|note/|${chartOf(page)}`));
  const other = await page.context().newPage();
  await page.close();
  return other;
}

/** The connection is back; whoever comes to the computer signs in anew, as after a restart. */
async function comesBack(page: Page): Promise<Page> {
  await page.context().setOffline(false);
  await page.context().clearCookies();
  return page;
}

/** Everything the browser's databases keep of ours, as text in which words would be found. */
async function kept(page: Page): Promise<string[]> {
  const rows = await page.evaluate(`(async () => {
    const answer = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const binary = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);
    const told = (value) => binary(value) ? new TextDecoder('latin1').decode(value) : JSON.stringify(value);
    const rows = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) rows.push(...await answer(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return rows.map((row) => Object.entries(row).map(([part, value]) => part + ': ' + told(value)).join(' '));
  })()`);
  return rows as string[];
}

const chartOf = (page: Page): string => new URL(page.url()).pathname.split('/')[3] ?? '';

const seesNothingKept = (page: Page): Promise<void> => expect.poll(() => kept(page), { timeout: 20_000 }).toEqual([]);

async function throwsAway(page: Page): Promise<void> {
  await presses(page, 'Throw away');
  await presses(page.getByRole('dialog'), 'Throw away');
  await page.waitForURL(/\/notes$/);
}
