import { LANGUAGES } from '#modules/referral/codes.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import type { ReviewTask } from '#modules/referral/review-tasks.ts';
import { tasksWithoutLooking } from '#modules/referral/tasks-of-draft.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { happened, released } from './chapters-care.ts';
import { answered, decided, offered, registered, settledAll } from './chapters-referral.ts';
import { LEFT_DAYS_AGO } from './demo-people.ts';
import {
  type Course,
  enrolmentBegan,
  enrolmentEnded,
  keptInTouch,
  noted,
  planSent,
  reached,
  Schedule,
  teamMet,
  tried,
  workday,
} from './life.ts';
import { hm, localMs } from './local-time.ts';
import type { Random } from './random.ts';
import type { Who } from './seed-chart.ts';
import { Story } from './story.ts';

/** One youth's history being made: from the referral on. */
export interface Path {
  readonly random: Random;
  readonly draft: ReferralDraft;
  readonly story: Story;
  readonly schedule: Schedule;
  readonly csa: Who;
  readonly today: CalendarDay;
}

export interface Beginning {
  readonly random: Random;
  readonly draft: ReferralDraft;
  readonly csa: Who;
  readonly today: CalendarDay;
  readonly extraTasks?: readonly ReviewTask[];
}

/** The referral, registered on the day it was received. */
export function referred(
  { random, draft, csa, today, extraTasks = [] }: Beginning,
  receivedOn: CalendarDay,
  minutes = hm(9, 40),
): Path {
  const at = localMs(receivedOn, minutes);
  const story = new Story(random, at, csa);
  const schedule = new Schedule();
  const dated = { ...draft, receivedAt: new Date(at - 20 * 60_000).toISOString() };
  const tasks = tasksWithoutLooking(dated, { today: isoDay(receivedOn), countiesOfZip: () => [] });
  schedule.add(at, () => registered(story, at, csa, dated, [...tasks, ...extraTasks]));
  return { random, draft, story, schedule, csa, today };
}

export function settledOn({ story, schedule, csa }: Path, on: CalendarDay): void {
  schedule.add(localMs(on, hm(10, 30)), (at) => settledAll(story, at, csa));
}

export function foundEligible({ story, schedule, csa, draft }: Path, on: CalendarDay): void {
  schedule.add(localMs(on, hm(11, 10)), (at) =>
    decided(story, at, csa, {
      outcome: 'eligible',
      reasons: ['all-conditions-met'],
      grounds: [draft.domains.includes('court-involvement') ? 'several-agencies' : 'serious-challenge'],
      intensity: draft.intensity,
    }),
  );
}

export function offeredTo({ story, schedule, csa }: Path, on: CalendarDay, agency: number, minutes = hm(14, 20)): void {
  schedule.add(localMs(on, minutes), (at) => offered(story, at, csa, agency));
}

export function acceptedBy({ story, schedule }: Path, on: CalendarDay, supervisor: Who, minutes = hm(15, 2)): void {
  schedule.add(localMs(on, minutes), (at) => answered(story, at, supervisor, 'accepted'));
}

/** Everything up to the agency's yes, a few days before care begins. */
export function cameIn(path: Path, before: CalendarDay, agency: number, supervisor: Who): void {
  const offeredOn = addDays(before, -1);
  settledOn(path, offeredOn);
  foundEligible(path, offeredOn);
  offeredTo(path, offeredOn, agency);
  acceptedBy(path, offeredOn, supervisor);
}

export interface Care {
  readonly path: Path;
  readonly supervisor: Who;
  readonly worker: Who;
  /** The day care began. */
  readonly from: CalendarDay;
}

/** Enrolment, and what the first month holds as far as it has come. */
export function careBegan({ path, supervisor, worker, from }: Care, firstContact = true): Course {
  const { draft, story, schedule, random } = path;
  const { guardian, youth } = draft;
  const adult = draft.consent.by === 'youth';
  const family = {
    youth: youth.preferredName ?? youth.firstName,
    carer: guardian.firstName ?? 'the caregiver',
    interpreter: youth.interpreterNeeded === true,
  };
  const course: Course = { story, schedule, worker, family };
  enrolmentBegan(course, supervisor, from, {
    givenBy: draft.consent.byName ?? '',
    authority: authorityFor(adult, draft.guardian.relationship.code),
    language: LANGUAGES[youth.language.code],
  });
  if (firstContact) reached(course, from, 'telephone', { first: true });
  if (UNINSURED.has(draft.healthPlan?.code ?? 'none') && random.chance(0.7))
    noted(course, 'medicaid.application-filed', workday(addDays(from, random.int(9, 26))), {});
  return course;
}

/** Plans beside which an application for Medicaid is owed. */
const UNINSURED = new Set<string>(['none', 'private']);

function authorityFor(adult: boolean, relationship: string): 'parent' | 'legal-guardian' | 'self' {
  if (adult) return 'self';
  return relationship === 'mother' || relationship === 'father' ? 'parent' : 'legal-guardian';
}

/** Visit, crisis plan, family support offer, first meeting and plan, each in its time. */
export function firstMonth(course: Course, from: CalendarDay, prompt = true): void {
  const { random } = course.story;
  const on = (least: number, most: number): CalendarDay => addDays(workday(addDays(from, random.int(least, most))), 0);
  reached(course, workday(addDays(from, 2)) < from ? from : workday(addDays(from, 2)), 'in-person');
  noted(course, 'crisis-plan.completed', on(4, prompt ? 6 : 12));
  noted(course, 'fso.offered', on(3, 20), { answer: random.pick(['yes', 'later', 'no'] as const) });
  teamMet(course, on(15, prompt ? 24 : 34), 'first');
  planSent(course, on(25, prompt ? 30 : 41), 'initial');
}

/** A review each quarter; the last one is left out when the plan has become late. Returns the day of the last plan sent. */
export function reviews(course: Course, from: CalendarDay, today: CalendarDay, leaveOutLast = false): void {
  const { random } = course.story;
  const days: CalendarDay[] = [];
  for (let on = addDays(from, 27 + random.int(80, 88)); on <= today; on = addDays(on, random.int(80, 89)))
    days.push(workday(on));
  if (leaveOutLast && days.length > 0) days.pop();
  for (const on of days) {
    teamMet(course, workday(addDays(on, -random.int(2, 9))), 'review');
    planSent(course, on, 'review', random.int(3, 9));
  }
}

export const LIVES = [
  'first-week',
  'planning',
  'active',
  'active-late',
  'away',
  'missing',
  'not-yet-reached',
  'transitioning',
] as const;
export type Life = (typeof LIVES)[number];

/** How long ago each life began, in days, least and most. */
export const BEGAN: Readonly<Record<Life, readonly [number, number]>> = {
  'first-week': [3, 6],
  planning: [14, 38],
  active: [75, 420],
  'active-late': [130, 330],
  away: [150, 400],
  missing: [90, 300],
  'not-yet-reached': [26, 48],
  transitioning: [220, 480],
};

/** What happened since care began, by the life a youth leads now. */
export function lived(life: Life, care: Care): Course {
  const { path, from } = care;
  const { today, random } = path;
  const course = careBegan(care, life !== 'not-yet-reached');
  if (life === 'not-yet-reached') return notYetReached(course, from, today);
  firstMonth(course, from, life !== 'active-late');
  if (life !== 'first-week' && life !== 'planning') reviews(course, from, today, life === 'active-late');
  const quietFor = life === 'active-late' ? random.int(12, 34) : 0;
  const last = life === 'missing' ? addDays(today, -random.int(4, 24)) : addDays(today, -quietFor);
  keptInTouch(course, addDays(from, 3), last, life === 'active-late' ? 0.7 : 0.93);
  if (life === 'away') stayedAway(course, addDays(today, -random.int(20, 130)));
  if (life === 'missing') wentMissing(course, last, today);
  if (life === 'transitioning') movingOn(course, today);
  return course;
}

function notYetReached(course: Course, from: CalendarDay, today: CalendarDay): Course {
  for (let on = from; on <= today; on = addDays(on, course.story.random.int(2, 6)))
    tried(course, workday(on) < from ? from : workday(on));
  noted(course, 'outreach.started', addDays(from, 14), {});
  noted(course, 'letter.sent', addDays(from, 16), { about: 'outreach', certified: true, copies: ['referrer'] });
  return course;
}

export function stayedAway(course: Course, since: CalendarDay): void {
  const stay = course.story.random.id(localMs(since, 0));
  const setting = course.story.random.pick([
    'treatment-home',
    'group-home',
    'residential-treatment',
    'specialty',
  ] as const);
  noted(course, 'stay.started', since, { stay, setting });
}

function wentMissing(course: Course, since: CalendarDay, today: CalendarDay): void {
  const episode = course.story.random.id(localMs(since, 2));
  noted(course, 'missing.started', since, { episode });
  for (let on = addDays(since, 1); on <= today; on = addDays(on, 6)) {
    noted(course, 'search.made', on, { with: ['family', 'police', 'school'] });
    tried(course, on);
  }
}

function movingOn(course: Course, today: CalendarDay): void {
  const { random } = course.story;
  const planned = addDays(today, random.int(8, 45));
  const to = random.pick(['natural-supports', 'adult-mental-health', 'other-case-management'] as const);
  const { story, worker } = course;
  course.schedule.add(localMs(addDays(today, -random.int(15, 28)), hm(14, 5)), (at) =>
    happened(story, at, worker, 'transition.planned', planned, { transition: random.id(at), to }),
  );
  teamMet(course, workday(addDays(today, -random.int(3, 9))), 'transition');
}

/** The end of care on one of the grounds. */
export function endedOn(course: Course, on: CalendarDay, ground: string): void {
  if (ground === 'moved-away') noted(course, 'family.moved-away', addDays(on, -6), {});
  if (ground === 'written-request') noted(course, 'discharge.requested', addDays(on, -3), { by: 'parent' });
  if (ground === 'died') noted(course, 'youth.died', on, {});
  if (ground === 'missing') noted(course, 'missing.started', addDays(on, -70), {});
  if (ground === 'not-yet-reached') noted(course, 'outreach.started', addDays(on, -66), {});
  if (ground === 'goals-met') noted(course, 'linkage.confirmed', addDays(on, -4), { domain: 'school' });
  enrolmentEnded(course, on, ground);
}

/** The care manager left; from then on there is a visible gap. */
export function careManagerLeft({ story, schedule }: Course, today: CalendarDay): void {
  schedule.add(localMs(addDays(today, -LEFT_DAYS_AGO), hm(17, 0)), (at) => released(story, at, 'Left the agency'));
}
