import type pg from 'pg';
import { hashPassword } from '#modules/access/index.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { AGENCIES } from './demo-agencies.ts';
import { writeAgreements } from './demo-agreements.ts';
import { atTheAdministrator, endings, FACT_LIVES, fill, OTHER_LIVES } from './demo-caseloads.ts';
import { DemoCharts } from './demo-charts.ts';
import { amina, jonah, priya } from './demo-named.ts';
import { pennsylvania } from './demo-pennsylvania.ts';
import { People, type Staff, type Team, teamOf } from './demo-people.ts';
import { luz, mateo, type NamedContext, siblings } from './demo-vargas.ts';
import { jsonSink } from './json-sink.ts';
import { localDay } from './local-time.ts';
import { looksOf, writeLooks } from './looks.ts';
import type { SeedChart } from './seed-chart.ts';
import { type WriteDeps, writeCharts } from './write-charts.ts';

/** Every account of the demo signs in with this. It is shown on the start screen and opens nothing but invented people. */
export const DEMO_PASSWORD = 'lantern-orchard-quilt';

export interface DemoDeps extends WriteDeps {
  /** Milliseconds since 1970; every day of the demo is counted back from this one. */
  readonly nowMs: number;
}

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  /** In words, as on screen. */
  readonly capacity: string;
  readonly agency: string;
}

export interface Demo {
  /** A few people to sign in as, of different seats. */
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Fills an empty database with an invented world: fifteen care management organizations, the administrator, about four
 * hundred youths at every stage, and one small agency in Pennsylvania. The directory must be there. The same day gives
 * the same world. Throws when there is a chart already.
 */
export async function seedDemo(owner: pg.Pool, deps: DemoDeps): Promise<Demo> {
  const there = await onPool(owner).query(plain('select 1 from kinfold.chart limit 1'));
  if (there.rowCount > 0) throw new Error('The demo is only loaded into an empty database.');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const world = demoWorld(deps.nowMs, passwordHash);
  return transaction(owner, async (tx) => {
    await tx.query(
      plain(`insert into kinfold.agency (id, programme, kind, name, short_name, zone, source, confidence, note)
      values (901, 'pa-tcm', 'tcm-provider', 'Susquehanna Case Management', 'Susquehanna', 'America/New_York', 'Invented for the demo', 'unseen', 'Invented') on conflict do nothing`),
    );
    const sink = jsonSink(tx);
    for (const table of ['person', 'seat', 'supervision', 'absence', 'on_call_shift'])
      await addPeople(sink, world.people, table);
    const counts = await writeCharts(sink, world.charts, deps);
    await numberDuplicates(tx);
    if (world.administrator) await writeAgreements(sink, world.administrator, localDay(deps.nowMs), deps.evaluate);
    await writeLooks(tx, looksOf(world.charts, deps.nowMs));
    return { people: world.signIns, password: DEMO_PASSWORD, counts };
  });
}

async function addPeople(sink: ReturnType<typeof jsonSink>, people: People, table: string): Promise<void> {
  const rows = people.rows.filter((row) => row.table === table).map(({ values }) => values);
  const [first] = rows;
  if (first) await sink.add(table, Object.keys(first), rows);
}

/** A task to compare names the other chart's number, which is only known once that chart is there. */
async function numberDuplicates(tx: Transaction): Promise<void> {
  await tx.query(
    plain(`update kinfold.review_task t set detail = t.detail || jsonb_build_object('number', c.number)
    from kinfold.chart c where t.code = 'likely-duplicate' and c.id = (t.detail ->> 'chart')::uuid`),
  );
}

interface World {
  readonly people: People;
  readonly charts: readonly SeedChart[];
  readonly signIns: readonly DemoPerson[];
  /** Who keeps the agreements of the organization the demo follows. */
  readonly administrator: Staff | undefined;
}

/** The whole world in memory, without a database. */
export function demoWorld(nowMs: number, passwordHash: string): World {
  const today = localDay(nowMs);
  const people = new People(today, passwordHash);
  const csaDomain = 'performcare.example';
  const coordinator = (name?: string): Staff =>
    people.add(100, csaDomain, { capacity: 'csa-coordinator', ...(name ? { name } : {}) });
  const noor = coordinator('Noor Haddad');
  const csa = [noor, coordinator(), coordinator()];
  for (const capacity of ['administrator', 'privacy-officer']) people.add(100, csaDomain, { capacity });
  const teams = AGENCIES.map(({ id, domain }) =>
    id === 15 ? factTeam(people, today) : plainTeam(people, today, id, domain),
  );
  const charts = new DemoCharts(today, csa);
  const fact = teams.find(({ agency }) => agency === 15);
  if (!fact) throw new Error('FACT is not among the organizations');
  const named = namedYouths(charts, people, fact, { today, nowMs });
  for (const team of teams) fill(charts, team, team === fact ? FACT_LIVES : OTHER_LIVES);
  endings(charts, teams, fact);
  atTheAdministrator(charts, teams);
  for (const path of charts.paths) path.schedule.run(nowMs);
  const finished = [...charts.paths.map(({ story }) => story.finish()), ...pennsylvania(people, today)];
  // Ids are ordered by time, so that charts are numbered in the order they were opened.
  finished.sort((a, b) => (a.id < b.id ? -1 : 1));
  const administrator = fact.others.find(({ capacity }) => capacity === 'administrator');
  return { people, charts: finished, administrator, signIns: signInsOf(fact, noor, teams, named.signIns, people) };
}

function plainTeam(people: People, today: CalendarDay, agency: number, domain: string): Team {
  return teamOf(people, today, {
    agency,
    domain,
    supervisors: [undefined],
    careManagers: [undefined, undefined, undefined],
  });
}

function factTeam(people: People, today: CalendarDay): Team {
  return teamOf(people, today, {
    agency: 15,
    domain: 'fact.example',
    supervisors: ['Dana Whitfield', 'Marisol Ortega'],
    careManagers: ['Ruth Osei', 'Theo Lindgren', 'Kavita Menon', 'Jerome Baptiste', 'Alice Fennimore'],
    administrator: 'Winston Clarke',
    privacyOfficer: 'Helen Marchetti',
    lead: 'Patricia Nwosu',
  });
}

function namedYouths(
  charts: DemoCharts,
  people: People,
  fact: Team,
  { today, nowMs }: { today: CalendarDay; nowMs: number },
) {
  const [supervisor] = fact.supervisors;
  const [worker] = fact.careManagers;
  if (!supervisor || !worker) throw new Error('FACT has nobody');
  const familySupport = people.add(215, 'fsounion.example', {
    capacity: 'family-support-partner',
    name: 'Gloria Mendez',
  });
  const context: NamedContext = {
    today,
    nowMs,
    csa: charts.coordinator(),
    supervisor,
    worker,
    familySupport,
    externalId: charts.externalId,
  };
  const brother = mateo(context);
  const sister = luz(context);
  siblings(worker, brother.story, sister.story, nowMs - 60_000);
  charts.paths.push(brother, sister, amina(context), jonah(context), priya(context));
  const ortega = fact.supervisors[1];
  if (ortega) people.onCall(people.seat(ortega, 15, { capacity: 'on-call', title: 'Nights and weekends' }), supervisor);
  return { signIns: [familySupport] };
}

function signInsOf(
  fact: Team,
  noor: Staff,
  teams: readonly Team[],
  more: readonly Staff[],
  people: People,
): DemoPerson[] {
  const other = teams[0];
  const [, lindgren] = fact.careManagers;
  const tcm = people.staffOf(901).find(({ capacity }) => capacity === 'targeted-case-manager');
  const listed: (Staff | undefined)[] = [
    fact.careManagers[0],
    ...fact.supervisors,
    lindgren,
    noor,
    ...fact.others,
    ...more,
    other?.careManagers[0],
    tcm,
  ];
  return listed
    .filter((one) => one !== undefined)
    .map(({ name, email, capacity, agency }) => ({
      name,
      email,
      capacity: CAPACITY_NAMES[capacity] ?? capacity,
      agency: AGENCY_NAMES[agency] ?? String(agency),
    }));
}

const AGENCY_NAMES: Readonly<Record<number, string>> = {
  1: 'Bergen’s Promise',
  15: 'FACT, Union County',
  100: 'PerformCare (CSA)',
  215: 'FSO Union',
  901: 'Susquehanna, Pennsylvania',
};

const CAPACITY_NAMES: Readonly<Record<string, string>> = {
  'care-manager': 'Care manager',
  supervisor: 'Supervisor',
  'agency-lead': 'Agency lead',
  quality: 'Quality',
  administrator: 'Administrator',
  'privacy-officer': 'Privacy officer',
  'on-call': 'On-call worker',
  'csa-coordinator': 'Care coordinator',
  'family-support-partner': 'Family support partner',
  'targeted-case-manager': 'Targeted case manager',
};
