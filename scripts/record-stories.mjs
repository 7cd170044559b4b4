// Writes down what the server tells each page of the staff application, for the page's story in the gallery. It looks at
// a program with the demo and nothing else in it: node scripts/record-stories.mjs http://localhost:4040
// A page whose contract changed is recorded anew this way; lists are cut short, so that a story stays small.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [address] = process.argv.slice(2);
if (!address) throw new Error('Say where the demo runs: node scripts/record-stories.mjs http://localhost:4040');

const PASSWORD = 'lantern-orchard-quilt';
const PEOPLE = {
  'care-manager': 'ruth.osei@fact.example',
  supervisor: 'dana.whitfield@fact.example',
  'csa-coordinator': 'noor.haddad@performcare.example',
  administrator: 'winston.clarke@fact.example',
  'privacy-officer': 'helen.marchetti@fact.example',
  'agency-lead': 'patricia.nwosu@fact.example',
  'family-support-partner': 'gloria.mendez@fsounion.example',
};
/** Whose chart leaves the agency at the end; one no other page is about. */
const LEAVES = 'Jonah Tate';
const MOST_ROWS = 16;
/** Written down elsewhere, or no part of what a page shows: a key is its installation's own. */
const UNTOLD = new Set(['/api/session', '/api/drafts/key']);
const FILE = 'received_at,youth_first_name,youth_last_name,date_of_birth\n2026-01-12,Nobody,Nowhere,someday\n';

/** Each page's file (without its ending), who looks at it, its address, and what is done there first. */
const PAGES = [
  ['access/pages/sign-in-page', null, '/app/sign-in'],
  ['access/pages/invitation-page', null, '/app/invitation'],
  ['access/pages/address-page', null, '/app/address'],
  ['access/pages/account-page', 'care-manager', '/app/account'],
  ['access/people-pages/people-page', 'administrator', '/app/people'],
  ['access/on-call/pages/on-call-page', 'supervisor', '/app/on-call'],
  ['access/emergency/pages/take-page', 'care-manager', '/app/emergency'],
  ['audit/pages/trail-page', 'privacy-officer', '/app/audit'],
  ['audit/pages/emergency/emergency-page', 'privacy-officer', '/app/audit/emergency'],
  ['audit/pages/redactions/redactions-page', 'privacy-officer', '/app/audit/redactions'],
  ['chart/pages/youth-page', 'care-manager', '/app/youth'],
  ['chart/pages/overview-page', 'care-manager', ':chart'],
  ['chart/pages/timeline-page', 'care-manager', ':chart/timeline'],
  ['chart/pages/family-page', 'care-manager', ':chart/family'],
  ['chart/pages/face-sheet-page', 'care-manager', ':chart/face-sheet'],
  ['chart/pages/looks-page', 'care-manager', ':chart/looks'],
  ['contacts/pages/notes-page', 'care-manager', ':chart/notes'],
  ['contacts/pages/new-note-page', 'care-manager', ':chart/notes/new'],
  ['contacts/pages/amend-page', 'care-manager', ':chart/notes', follows('Amend')],
  ['directory/pages/directory-page', 'supervisor', '/app/directory'],
  ['directory/pages/agency-page', 'administrator', '/app/directory/15'],
  ['enrolment/pages/board/board-page', 'supervisor', '/app/caseload'],
  ['enrolment/pages/choose/choose-page', 'supervisor', '/app/caseload', follows('Choose a care manager')],
  ['enrolment/pages/move/move-page', 'supervisor', '/app/caseload/move'],
  ['enrolment/pages/start/start-page', 'supervisor', '/app/referrals?stage=to-enrol', opensTheFirst('/enrolment')],
  ['policy-desk/pages/packs-page', 'agency-lead', '/app/policy'],
  ['policy-desk/pages/clauses-page', 'agency-lead', '/app/policy/nj-cmo'],
  ['policy-desk/pages/as-known/as-known-page', 'care-manager', ':chart/policy'],
  ['relationships/pages/who-may-see-page', 'care-manager', ':chart/related'],
  ['referral/pages/queue/queue-page', 'csa-coordinator', '/app/referrals?stage=needs-a-person'],
  ['referral/pages/register/register-page', 'csa-coordinator', '/app/referrals/new'],
  ['referral/pages/register/record-page', 'supervisor', '/app/referrals/recorded'],
  ['referral/pages/opened/referral-page', 'csa-coordinator', '/app/referrals?stage=needs-a-person', opensTheFirst('')],
  ['referral/pages/imports/import-page', 'csa-coordinator', '/app/import'],
  ['referral/pages/imports/imported-page', 'csa-coordinator', '/app/import', importsAFile],
  ['enrolment/pages/move/moving-page', 'supervisor', '/app/caseload/move', movesACaseload],
  ['worklists/pages/today-page', 'care-manager', '/app'],
  ['worklists/pages/start-page', 'family-support-partner', '/app/start'],
  ['drafts/pages/drafts-page', 'care-manager', '/app/drafts', beginsThree],
  // Last: a chart leaves the agency for good.
  ['chart/transferred/pages/transferred-page', 'supervisor', '/app/youth/transferred', transfersAChart],
  ['chart/transferred/pages/kept-page', 'supervisor', '/app/youth/transferred', follows(LEAVES)],
];

function follows(name) {
  return async (page) => {
    await page.getByRole('link', { name }).first().click();
  };
}

function opensTheFirst(behind) {
  return async (page) => {
    const href = await page.locator('main table a').first().getAttribute('href');
    await page.goto(`${address}${href}${behind}`);
  };
}

async function importsAFile(page) {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'one-row.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.getByRole('button', { name: /^Import one row/ }).click();
  await page.getByText('Rows to mend').first().waitFor();
}

async function movesACaseload(page) {
  const whose = page.getByLabel('Whose youth');
  await whose.selectOption(await whose.locator('option').filter({ hasText: 'Theo Lindgren' }).getAttribute('value'));
  await page.getByRole('checkbox', { name: /^Jerome Baptiste/ }).check();
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText(/\d+ youth would move/).waitFor();
  await page.getByRole('button', { name: /^Move \d+ youth/ }).click();
  await page.waitForURL(/\/moves\//);
}

/** A note, an amendment and a referral that somebody began to write. */
async function beginsThree(page) {
  await page.evaluate(async (text) => {
    const session = await fetch('/api/session').then((answer) => answer.json());
    const headers = { 'content-type': 'application/json', 'x-kinfold': '1', 'x-kinfold-seat': session.seats[0].id };
    const ask = async (method, path, body) => {
      const answer = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
      return answer.json();
    };
    const { found } = await ask('POST', '/api/search', { text });
    const { chart } = found[0];
    const { contacts } = await ask('GET', `/api/charts/${chart}/contacts`);
    const of = {
      'referral-recorded': '00000000-0000-0000-0000-000000000000',
      [`amendment-${contacts[0].id}`]: chart,
      note: chart,
    };
    for (const [kind, about] of Object.entries(of))
      await ask('PUT', `/api/drafts/${kind}/${about}`, { revision: 0, body: { words: 'Begun' } });
  }, 'Mateo');
}

/** The chart of a youth whom no other page is about goes to another organization. */
async function transfersAChart(page) {
  await page.evaluate(
    async ([text, on]) => {
      const session = await fetch('/api/session').then((answer) => answer.json());
      const headers = { 'content-type': 'application/json', 'x-kinfold': '1', 'x-kinfold-seat': session.seats[0].id };
      const post = (path, body) => fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      const { found } = await post('/api/search', { text }).then((answer) => answer.json());
      const body = { id: crypto.randomUUID(), toAgency: 1, on, reason: 'The family moved to the other county.' };
      const answer = await post(`/api/charts/${found[0].chart}/transfer`, body);
      if (!answer.ok) throw new Error(`the chart did not leave: ${answer.status}`);
    },
    [LEAVES, new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' })],
  );
}

/** Lists cut short, wherever they stand. */
function short(value) {
  if (Array.isArray(value)) return value.slice(0, MOST_ROWS).map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'permissions' ? one : short(one)]),
  );
}

/** The page has its content, and whatever else it asks for has come. */
async function settles(page) {
  await page.locator('main h1, main h2').first().waitFor();
  const loading = page.getByRole('status').filter({ hasText: /^(Loading|Looking|Reading)/ });
  await loading.first().waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  await page.waitForLoadState('networkidle');
}

const write = (path, value) => writeFileSync(join(root, path), `${JSON.stringify(value, null, 1)}\n`);
const only = process.argv[3];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const contexts = new Map();
const sessions = only ? JSON.parse(readFileSync(join(root, 'src/web/gallery/sessions.json'), 'utf8')) : {};

async function contextOf(who) {
  const known = contexts.get(who);
  if (known) return known;
  const context = await browser.newContext({ baseURL: address, timezoneId: 'America/New_York' });
  contexts.set(who, context);
  if (who === null) return context;
  const page = await context.newPage();
  await page.goto('/app/sign-in');
  await page.getByLabel('E-mail').fill(PEOPLE[who]);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/app/sign-in'));
  await settles(page);
  sessions[who] = await page.evaluate(() => fetch('/api/session').then((answer) => answer.json()));
  await page.close();
  return context;
}

async function chartOf(context) {
  const page = await context.newPage();
  await page.goto('/app/youth');
  const href = await page.getByRole('link', { name: 'Mateo Vargas' }).first().getAttribute('href');
  await page.close();
  return href;
}

for (const [file, as, asked, first] of PAGES.filter(([name]) => !only || name.includes(only))) {
  const context = await contextOf(as);
  const path = asked.startsWith(':chart') ? asked.replace(':chart', await chartOf(context)) : asked;
  const page = await context.newPage();
  let answers = {};
  let waiting = [];
  page.on('response', (answer) => {
    const { pathname, search } = new URL(answer.url());
    if (!pathname.startsWith('/api/') || UNTOLD.has(pathname) || !answer.ok() || answer.status() === 204) return;
    const key = `${answer.request().method()} ${pathname}${search}`;
    waiting.push(
      answer.json().then(
        (body) => (answers[key] = short(body)),
        () => undefined,
      ),
    );
  });
  await page.goto(path);
  await settles(page);
  if (first) {
    await first(page);
    await settles(page);
    const there = page.url();
    // What the page asked before it is loaded anew may never be answered in full, and is not waited for.
    answers = {};
    waiting = [];
    await page.goto(there);
    await settles(page);
  }
  await Promise.all(waiting);
  const at = page.url().replace(address, '');
  const told = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => a.localeCompare(b)));
  write(`src/modules/${file}.story.json`, { as, at, answers: told });
  console.log(file, at, Object.keys(told).length);
  await page.close();
}
write('src/web/gallery/sessions.json', Object.fromEntries(Object.entries(sessions).sort()));
await browser.close();
