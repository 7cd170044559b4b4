import { counties, serviceAreas } from '#modules/directory/seed.ts';
import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { careManagerAssigned, enrolled, happened, noteSigned } from '../seeds/chapters-care.ts';
import { answered, decided, offered, registered } from '../seeds/chapters-referral.ts';
import { inventedReferral, type Place } from '../seeds/invented-family.ts';
import { Schedule } from '../seeds/life.ts';
import { hm, localMs } from '../seeds/local-time.ts';
import { Random } from '../seeds/random.ts';
import type { SeedChart, Who } from '../seeds/seed-chart.ts';
import { Story } from '../seeds/story.ts';
import { type WriteDeps, writeCharts } from '../seeds/write-charts.ts';
import { CALLS, VISITS, worded } from '../seeds/written-words.ts';
import { copySink } from './copy-sink.ts';

/** How much of a history each youth has. */
export interface Profile {
  readonly name: 'three-years' | 'one-year';
  readonly days: number;
  readonly contacts: number;
  readonly meetings: number;
  readonly plans: number;
  /** Stays of one youth in five. */
  readonly stays: number;
}

const THREE_YEARS: Profile = { name: 'three-years', days: 1095, contacts: 60, meetings: 12, plans: 8, stays: 2 };
const ONE_YEAR: Profile = { name: 'one-year', days: 365, contacts: 20, meetings: 4, plans: 3, stays: 0 };

/** A million youths carry one lean year each; smaller sets three. */
export const profileFor = (youths: number): Profile => (youths >= 1_000_000 ? ONE_YEAR : THREE_YEARS);

const AGENCIES = Array.from({ length: 15 }, (_, index) => index + 1);
/** Youths in the hands of one care manager. */
const CASELOAD = 13;

export interface BenchSeat extends Who {
  readonly name: string;
}

export interface Staffing {
  readonly csa: BenchSeat;
  readonly supervisors: readonly BenchSeat[];
  /** Care managers by agency, agency 1 first. */
  readonly careManagers: readonly (readonly BenchSeat[])[];
}

/** Who works in a set of this size: the same people with the same ids in every process. */
export function staffing(youths: number): Staffing {
  const random = new Random('bench staff');
  const made = (capacity: string, agency: number, name: string): BenchSeat => ({
    seat: random.id(1_600_000_000_000),
    person: random.id(1_600_000_000_000),
    capacity,
    agency,
    name,
  });
  const csa = made('csa-coordinator', 100, 'Coordinator');
  const supervisors = AGENCIES.map((agency) => made('supervisor', agency, `Supervisor ${agency}`));
  const each = Math.max(2, Math.ceil(youths / AGENCIES.length / CASELOAD));
  const careManagers = AGENCIES.map((agency) =>
    Array.from({ length: each }, (_, n) => made('care-manager', agency, `Worker ${agency} ${n}`)),
  );
  return { csa, supervisors, careManagers };
}

function placesOf(agency: number): readonly Place[] {
  return serviceAreas
    .filter(({ agencyId }) => agencyId === agency)
    .map(({ county }) => ({
      code: county,
      name: counties.find(({ code }) => code === county)?.name ?? '',
      areaCode: '908',
    }));
}
export const PLACES = AGENCIES.map(placesOf);

/** The youth with this number, of a set of so many: always the same one. */
export function benchChart(index: number, staff: Staffing, profile: Profile, today: CalendarDay): SeedChart {
  const random = new Random(`youth ${index}`);
  const agency = index % AGENCIES.length;
  const place = random.pick(PLACES[agency] ?? []);
  const supervisor = staff.supervisors[agency];
  const team = staff.careManagers[agency] ?? [];
  const worker = team[Math.floor(index / AGENCIES.length) % team.length];
  if (!supervisor || !worker) throw new Error('nobody works there');
  const from = addDays(today, -profile.days - random.int(0, 20));
  const opened = localMs(addDays(from, -2), hm(9, 0));
  const story = new Story(random, opened, staff.csa);
  const telephone = `1${String(random.int(0, 999_999)).padStart(6, '0')}`;
  const invented = inventedReferral(random, {
    place,
    receivedOn: addDays(from, -2),
    externalId: `B-${index}`,
    cyberId: String(10_000_000 + index),
  });
  // A state has more telephones than the hundred that are kept for stories: each family here has its own, in no area code there is.
  const draft = { ...invented, guardian: { ...invented.guardian, telephone: `+1000${telephone}` } };
  registered(story, opened, staff.csa, { ...draft, situation: draft.situation.slice(0, 60) }, []);
  decided(story, opened + 3_600_000, staff.csa, {
    outcome: 'eligible',
    reasons: ['all-conditions-met'],
    grounds: ['serious-challenge'],
    intensity: draft.intensity,
  });
  offered(story, opened + 7_200_000, staff.csa, supervisor.agency);
  answered(story, opened + 9_000_000, supervisor, 'accepted');
  careManagerAssigned(story, opened + 9_600_000, supervisor, worker.seat);
  enrolled(story, localMs(from, hm(10, 0)), worker, {
    givenBy: draft.consent.byName ?? '',
    authority: 'parent',
    language: 'English',
  });
  const schedule = new Schedule();
  contacts(story, schedule, worker, from, profile, draft.youth.firstName);
  milestones(story, schedule, worker, from, profile, index);
  schedule.run(localMs(today, hm(0, 1)));
  return story.finish();
}

function contacts(
  story: Story,
  schedule: Schedule,
  worker: Who,
  from: CalendarDay,
  profile: Profile,
  youth: string,
): void {
  const { random } = story;
  for (let n = 0; n < profile.contacts; n += 1) {
    const on = addDays(from, Math.floor((n * profile.days) / profile.contacts) + random.int(0, 4));
    const inPerson = n % 3 === 1;
    const made = n % 9 !== 8;
    schedule.add(localMs(on, hm(15, random.int(0, 59))), (at) =>
      noteSigned(story, at, worker, {
        made,
        withWhom: inPerson ? ['youth', 'caregiver'] : ['caregiver'],
        how: inPerson ? 'in-person' : 'telephone',
        place: inPerson ? 'home' : null,
        on,
        startedAt: localMs(on, hm(14, 0)),
        minutesFace: inPerson ? 45 : null,
        topics: ['services'],
        words: worded(random.pick(inPerson ? VISITS : CALLS), youth, 'The caregiver'),
      }),
    );
  }
}

function milestones(
  story: Story,
  schedule: Schedule,
  worker: Who,
  from: CalendarDay,
  profile: Profile,
  index: number,
): void {
  const add = (after: number, kind: string, data: Readonly<Record<string, unknown>> = {}): void => {
    const on = addDays(from, after);
    schedule.add(localMs(on, hm(17, 0)), (at) => happened(story, at, worker, kind, on, data));
  };
  add(1, 'coverage.recorded', { payer: 'medicaid', plan: 'horizon' });
  add(4, 'crisis-plan.completed');
  add(6, 'fso.offered', { answer: 'yes' });
  for (let n = 0; n < profile.meetings; n += 1) {
    const after = 20 + Math.floor((n * (profile.days - 25)) / profile.meetings);
    add(after, 'team-meeting.held', {
      purpose: n === 0 ? 'first' : 'review',
      attended: ['youth', 'caregiver', 'care-manager'],
    });
  }
  for (let n = 0; n < profile.plans; n += 1) {
    const after = 28 + Math.floor((n * (profile.days - 30)) / profile.plans);
    const plan = `p${n}`;
    add(after, 'plan.submitted', { plan, kind: n === 0 ? 'initial' : 'review' });
    add(after + 5, 'plan.approved', { plan });
  }
  if (index % 5 !== 0) return;
  for (let n = 0; n < profile.stays; n += 1) {
    const start = 200 + n * 420;
    add(start, 'stay.started', { stay: `s${n}`, setting: 'residential-treatment' });
    add(start + 110, 'stay.ended', { stay: `s${n}`, setting: 'residential-treatment' });
  }
}

export interface Share {
  readonly youths: number;
  readonly part: number;
  readonly parts: number;
  readonly today: CalendarDay;
}

/** Charts a statement carries. */
const BATCH = 250;

/** Writes one share of the youths. Returns how many rows went in. Checks of references rest: everything is made by us. */
export async function writeShare(
  connection: Connection,
  share: Share,
  deps: WriteDeps,
  told: (charts: number) => void,
): Promise<number> {
  const client = await copyClient(connection);
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set timezone = 'UTC'; set work_mem = '64MB'`,
    );
    const sink = copySink(client);
    const staff = staffing(share.youths);
    const profile = profileFor(share.youths);
    let rows = 0;
    let charts: SeedChart[] = [];
    const flush = async () => {
      const counts = await writeCharts(sink, charts, deps);
      for (const count of Object.values(counts)) rows += count;
      told(charts.length);
      charts = [];
    };
    for (let index = share.part; index < share.youths; index += share.parts) {
      charts.push(benchChart(index, staff, profile, share.today));
      if (charts.length >= BATCH) await flush();
    }
    if (charts.length > 0) await flush();
    return rows;
  } finally {
    await client.end();
  }
}

/** Puts in who works there, with supervision. */
export async function writeStaff(connection: Connection, youths: number): Promise<void> {
  const client = await copyClient(connection);
  try {
    const sink = copySink(client);
    const { csa, supervisors, careManagers } = staffing(youths);
    const all = [csa, ...supervisors, ...careManagers.flat()];
    await sink.add(
      'person',
      ['id', 'name'],
      all.map(({ person, name }) => ({ id: person, name })),
    );
    const seats = all.map(({ seat, person, capacity, agency }) => ({
      id: seat,
      person,
      capacity,
      agency,
      from_day: '2015-01-01',
    }));
    await sink.add('seat', ['id', 'person', 'capacity', 'agency', 'from_day'], seats);
    const supervision = careManagers.flatMap((team, index) => {
      const supervisor = supervisors[index];
      return supervisor
        ? team.map(({ seat }) => ({ supervisor: supervisor.seat, seat, from_day: isoDay(16_500 as CalendarDay) }))
        : [];
    });
    await sink.add('supervision', ['supervisor', 'seat', 'from_day'], supervision);
  } finally {
    await client.end();
  }
}
