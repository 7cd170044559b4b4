import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addFhirClient } from '#modules/fhir/index.ts';
import { referralBundle } from '#modules/fhir/testing/bundle.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { jsonLog } from '#platform/log/log.ts';
import type { Message } from '#platform/mail/mailer.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { canaryRequests, leaves } from './canary-requests.builder.ts';
import { enrolYouth, requestsTo } from './enrolled-youth.builder.ts';

const CANARY = 'Zebrafinch';
const NOW = '2026-10-12T18:20:00Z';
const TODAY = '2026-10-12';
const METRICS_TOKEN = 'numbers for the tests';
const logged: string[] = [];
const mailed: Message[] = [];
/** What was answered where the canary must not be: problems, headers, pages of nobody's. */
const told: string[] = [];
const broken: string[] = [];
let world: TestApp;
let ask: ReturnType<typeof requestsTo>;
let careManager: Seated;
let supervisor: Seated;
let csa: Seated;
let privacy: Seated;
let administrator: Seated;
let chart: string;
let logBefore: number;

const holds = (text: string) => text.toLowerCase().includes(CANARY.toLowerCase());
const { logFile } = inject('testServer');

/** Everything people type about a youth carries the canary: names, situation, words, reasons, searches, and what goes wrong. */
beforeAll(async () => {
  logBefore = (await stat(logFile)).size;
  const log = jsonLog(
    (line) => logged.push(line),
    () => Date.parse(NOW),
  );
  const mailer = { send: async (message: Message) => void mailed.push(message) };
  world = await testApp(NOW, log, { mailer, metricsToken: METRICS_TOKEN });
  ask = requestsTo(world.app);
  const { owner } = world.pools;
  csa = await addSeat(owner, { name: 'Noor Haddad', capacity: 'csa-coordinator', agency: 100 });
  supervisor = await addSeat(owner, { name: 'Ruth Osei', capacity: 'supervisor', agency: 15 });
  careManager = await addSeat(owner, { name: 'Dana Whitfield', capacity: 'care-manager', agency: 15 });
  privacy = await addSeat(owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 15 });
  administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 15 });
  chart = await enrolYouth(world.app, {
    csa,
    supervisor,
    careManager,
    agency: 15,
    on: TODAY,
    referral: { situation: `${CANARY} has nightmares.`, school: `${CANARY} School` },
  });
  await owner.query('update kinfold.youth set legal_last = $2, preferred_name = $2 where chart = $1', [chart, CANARY]);
  await owner.query(
    `insert into kinfold.name_key (chart, agency, holder, programme, kind, token) select id, agency, holder, programme, 'name', $2 from kinfold.chart where id = $1`,
    [chart, CANARY.toLowerCase()],
  );
  await owner.query('update kinfold.session set stepped_up_at = $1', [NOW]);
});
afterAll(() => world.stop());

/** Asks, and keeps of the answer what may not hold the canary: all of a refusal, the headers of everything. */
async function tell(what: string, request: InjectOptions): Promise<LightMyRequestResponse> {
  const answer = await world.app.inject(request);
  const conflict = answer.statusCode === 409 && answer.body.includes('"changed-meanwhile"');
  const body = answer.statusCode >= 300 && !conflict ? answer.body : '';
  const said = `${body} ${JSON.stringify(answer.headers)}`;
  if (holds(said)) told.push(`${what}: ${answer.statusCode} ${said.slice(0, 300)}`);
  if (answer.statusCode >= 500) broken.push(`${what}: ${answer.statusCode}`);
  return answer;
}

async function useTheChart(): Promise<void> {
  const { owed } = (await ask.get(careManager, `/api/charts/${chart}`)).json<{ owed: { key: string }[] }>();
  const [one, two, three] = owed.map(({ key }) => key);
  const note = { made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: `${CANARY} spoke.` };
  const signed = (await ask.post(careManager, `/api/charts/${chart}/contacts`, note)).json<{
    answer: { contact: string };
  }>().answer.contact;
  const reason = `${CANARY} asked for it.`;
  const writes: [Seated, string, Record<string, unknown>][] = [
    [careManager, `/api/charts/${chart}/contacts/${signed}/amendment`, { ...note, reason }],
    [supervisor, `/api/charts/${chart}/duties/exempt`, { key: one, reason }],
    [supervisor, `/api/charts/${chart}/duties/delegate`, { key: two, reason, to: careManager.seat }],
    [supervisor, `/api/charts/${chart}/duties/done-on`, { key: three, on: TODAY, evidence: reason }],
    [supervisor, `/api/charts/${chart}/care-manager`, { seat: careManager.seat, reason }],
    [careManager, `/api/charts/${chart}/facts`, { kind: CANARY, on: TODAY }],
    [careManager, `/api/charts/${chart}/facts`, { kind: 'missing.started', on: TODAY, data: { [CANARY]: CANARY } }],
    [careManager, '/api/emergency', { identifier: CANARY, reason }],
    [
      csa,
      `/api/charts/${chart}/eligibility`,
      { on: TODAY, outcome: 'eligible', reasons: [reason], intensity: 'moderate' },
    ],
    [supervisor, `/api/charts/${chart}/enrolment/end`, { on: TODAY, ground: 'written-request', reason }],
  ];
  for (const [who, url, body] of writes)
    await tell(url, { method: 'POST', url, headers: who.headers, payload: { id: randomUUID(), ...body } });
  await tell('search', { method: 'POST', url: '/api/search', headers: careManager.headers, payload: { text: CANARY } });
}

/** Every operation there is, in every way the canary can reach it, by people of different reach. */
async function useEveryOperation(): Promise<void> {
  for (const operation of world.routes.operations) {
    const inSession = operation.kind === 'read' || operation.kind === 'command';
    for (const { what, request } of canaryRequests(operation, { canary: CANARY, chart, today: TODAY })) {
      // Somebody of their own for what may end the session it is asked in.
      const who = inSession
        ? [careManager, csa, privacy, administrator]
        : [await addSeat(world.pools.owner, { name: 'Lee Park', capacity: 'care-manager', agency: 15 })];
      for (const { headers } of who)
        await tell(what, { ...request, headers: { ...headers, ...(request.headers as Record<string, string>) } });
      // One of them ends everybody's sessions at once; here they go on.
      await world.pools.owner.query('update kinfold.session set ended_at = null where ended_at is not null');
    }
  }
}

async function visitPages(): Promise<void> {
  const pages = ['/', '/app/', '/find/', '/es/', '/.well-known/', '/api/', '/fhir/R4/Patient/', '/app-assets/'];
  for (const page of pages) {
    for (const url of [`${page}${CANARY}`, `${page}?x=${CANARY}`, `${page}${CANARY}/%00/..%2f${CANARY}`])
      await tell(url, {
        method: 'GET',
        url,
        headers: { referer: `https://example.org/${CANARY}`, cookie: `a=${CANARY}` },
      });
  }
  for (const method of ['TRACE', 'OPTIONS', 'PATCH', 'PUT', 'DELETE'] as const)
    await tell(method, { method: method as 'OPTIONS', url: `/api/${CANARY}` });
}

/** A partner's bundle with the canary in each place in turn: refused or taken, the outcome repeats nothing. */
async function sendBundles(): Promise<void> {
  const client = await addFhirClient(world.pools.owner, { name: 'Capital Hospital', seat: csa.seat });
  const token = (form: Record<string, string>) =>
    tell('token', {
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
    });
  await token({ client_id: CANARY, client_secret: CANARY });
  await token({ client_id: client.clientId, client_secret: CANARY, scope: CANARY });
  const granted = await token({ client_id: client.clientId, client_secret: client.clientSecret });
  const headers = {
    authorization: `Bearer ${granted.json<{ access_token: string }>().access_token}`,
    'content-type': 'application/fhir+json',
  };
  const send = (what: string, payload: string) => tell(what, { method: 'POST', url: '/fhir/R4', headers, payload });
  let places = 0;
  leaves(referralBundle(), () => {
    places += 1;
    return null;
  });
  for (let place = 0; place < places; place++) {
    let at = 0;
    const bundle = leaves(referralBundle(`H-${place}`), (leaf) => (at++ === place ? CANARY : leaf));
    await send(`bundle, place ${place}`, JSON.stringify(bundle));
  }
  await send('bundle of another kind', JSON.stringify({ resourceType: CANARY, [CANARY]: CANARY }));
  await send('broken bundle', `{"${CANARY}`);
  const nobodys = { ...headers, authorization: `Bearer ${CANARY}` };
  await tell('bundle by nobody', { method: 'POST', url: '/fhir/R4', headers: nobodys, payload: '{}' });
  for (const url of [
    `/fhir/R4/Patient/${CANARY}`,
    `/fhir/R4/${CANARY}/${randomUUID()}`,
    `/fhir/R4/Patient?name=${CANARY}`,
  ])
    await tell(url, { method: 'GET', url, headers });
  expect(places).toBeGreaterThan(60);
}

const IMPORT_HEADER =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller';

/** A file whose rows are read, kept back, and, once the table refuses them, given up by the job that imports them. */
async function importFiles(): Promise<void> {
  const cells = (id: string, born: string) =>
    `${CANARY}-${id},${TODAY},${CANARY},${CANARY},${born},Union,07201,Ana,${CANARY},mother,(908) 555-0101,mental health,Y,parent`;
  const file = (n: number) => ({
    id: randomUUID(),
    fileName: `${CANARY}.csv`,
    source: CANARY,
    text: [IMPORT_HEADER, cells(`a${n}`, '2013-05-26'), cells(`b${n}`, CANARY), CANARY].join('\n'),
  });
  const started = async (n: number) => {
    const { id, ...body } = file(n);
    const answer = await tell('import', {
      method: 'POST',
      url: '/api/imports',
      headers: csa.headers,
      payload: { id, ...body },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  };
  const stopJobs = await world.startJobs();
  const id = await started(1);
  const state = async () => (await ask.get(csa, `/api/imports/${id}`)).json<{ state: string }>().state;
  await expect.poll(state, { timeout: 30_000 }).toBe('finished');
  await tell('rejects', { method: 'GET', url: `/api/imports/${id}/rejects`, headers: csa.headers });
  await world.pools.owner.query(
    `alter table kinfold.referral add constraint broken check (external_id not like '${CANARY}-a2')`,
  );
  await started(2);
  await expect.poll(() => logged.some((line) => line.includes('job failed')), { timeout: 30_000 }).toBe(true);
  await stopJobs();
}

/** A defect of ours, too, must be told without what it was about: here the database is made to refuse with the row in its words. */
async function breakSomething(): Promise<void> {
  const { owner } = world.pools;
  await owner.query(`alter table kinfold.contact add constraint broken check (words not like '%fails%')`);
  const before = broken.length;
  const words = `${CANARY} fails.`;
  const url = `/api/charts/${chart}/contacts`;
  const payload = { id: randomUUID(), made: true, withWhom: ['youth'], how: 'video', on: TODAY, words };
  await tell('a broken table', { method: 'POST', url, headers: careManager.headers, payload });
  expect(broken.splice(before)).toHaveLength(1);
  // What PostgreSQL repeats by itself: the value it cannot read, the row that is there already, the failing statement.
  for (const [sql, values] of [
    ['select $1::uuid', [CANARY]],
    ['select $1::text::date', [CANARY]],
    [`do $$ begin raise warning '${CANARY}'; raise exception '${CANARY}'; end $$`, []],
    [`insert into kinfold.county (code, state, name, slug) values ('${CANARY}', null, null, null)`, []],
    [`select ${CANARY}`, []],
  ] as const)
    await expect(owner.query(sql, [...values])).rejects.toThrow();
  await expect(owner.query(`select pg_sleep(0.01) where '${CANARY}' <> ''`)).resolves.toBeDefined();
}

test('the canary is carried everywhere, and no answer that is not its own says it', async () => {
  await useTheChart();
  await useEveryOperation();
  await visitPages();
  await sendBundles();
  await importFiles();
  await breakSomething();
  expect(told).toEqual([]);
}, 300_000);

test('no operation broke on what it was given', () => {
  expect([...new Set(broken)]).toEqual([]);
});

test('it was planted where it belongs', async () => {
  const { rows } = await world.pools.owner.query(
    `select (select count(*) from kinfold.contact where words like $1)::int as notes,
       (select count(*) from kinfold.duty_decision where reason like $1 or evidence like $1)::int as decisions,
       (select count(*) from kinfold.import_row where to_jsonb(import_row)::text like $1)::int as rows,
       (select count(*) from kinfold.youth where legal_last like $1)::int as youths`,
    [`%${CANARY}%`],
  );
  for (const [what, n] of Object.entries(rows[0] ?? {})) expect(n, what).toBeGreaterThan(1);
});

/** Tables that hold codes, days, references and hashes only. */
const WITHOUT_WORDS = [
  ...['audit_event', 'audit_seal', 'audit_era', 'fact', 'duty', 'job_request', 'job_progress', 'write', 'chart'],
  ...['session', 'sign_in_wait', 'sign_in_step', 'supervision', 'absence'],
];

test('it is in no audit row, fact, duty, job or kept answer', async () => {
  const { owner } = world.pools;
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'pgboss' or (schemaname = 'kinfold' and tablename = any ($1))`,
    [WITHOUT_WORDS],
  );
  expect(rows.length).toBeGreaterThan(WITHOUT_WORDS.length + 2);
  for (const { name } of rows) {
    const found = await owner.query(`select t::text as row from ${name} t where t::text ilike $1 limit 3`, [
      `%${CANARY}%`,
    ]);
    expect(found.rows, name).toEqual([]);
  }
});

test('it is in no log of ours, no metric, no mail', async () => {
  expect(logged.length).toBeGreaterThan(1);
  expect(logged.filter(holds)).toEqual([]);
  const metrics = await world.app.inject({
    method: 'GET',
    url: '/metrics',
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  expect(metrics.body).toContain('kinfold_request_seconds');
  expect(holds(metrics.body)).toBe(false);
  expect(mailed.length).toBeGreaterThan(0);
  expect(mailed.map(({ to: _, ...said }) => JSON.stringify(said)).filter(holds)).toEqual([]);
});

test('it is not in the log of the database, which repeats neither values nor statements', async () => {
  // A word of a complaint that is always logged shows that the log was read in the right place.
  await world.pools.owner
    .query(`select pg_terminate_backend(pid) from pg_stat_activity where pid = pg_backend_pid()`)
    .catch(() => {});
  const file = await open(logFile);
  try {
    const { size } = await file.stat();
    const text = Buffer.alloc(size - logBefore);
    await file.read(text, 0, text.length, logBefore);
    expect(text.toString()).toContain('terminating connection');
    expect(text.toString().split('\n').filter(holds)).toEqual([]);
  } finally {
    await file.close();
  }
});
