import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import { careManagerAssigned, enrolled, happened, noteSigned } from '../seeds/chapters-care.ts';
import { answered, decided, offered, registered } from '../seeds/chapters-referral.ts';
import { inventedReferral } from '../seeds/invented-family.ts';
import { Schedule } from '../seeds/life.ts';
import { hm, localMs } from '../seeds/local-time.ts';
import { Random } from '../seeds/random.ts';
import type { SeedChart, Who } from '../seeds/seed-chart.ts';
import { Story } from '../seeds/story.ts';
import { CALLS, VISITS, worded } from '../seeds/written-words.ts';
import type { Profile } from './history.ts';
import { PLACES } from './places.ts';
import { AGENCIES, type Staffing } from './staffing.ts';

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
