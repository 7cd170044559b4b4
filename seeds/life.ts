import { addDays, type CalendarDay, weekdayOf } from '#shared/calendar-day.ts';
import { careManagerAssigned, ended, enrolled, happened, noteSigned } from './chapters-care.ts';
import { hm, localMs } from './local-time.ts';
import type { Who } from './seed-chart.ts';
import type { Story } from './story.ts';
import { CALLS, FIRST_WORDS, TRIES, VISITS, worded } from './written-words.ts';

/** What is to happen in a chart, each at its instant; what lies after the end is left out. */
export class Schedule {
  readonly #acts: { at: number; act: (at: number) => void }[] = [];

  add(at: number, act: (at: number) => void): this {
    this.#acts.push({ at, act });
    return this;
  }

  run(until: number): void {
    const acts = this.#acts.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    for (const { at, act } of acts) act(at);
  }
}

/** Who the notes are about and in which language. */
export interface Family {
  readonly youth: string;
  readonly carer: string;
  readonly interpreter: boolean;
}

export interface Course {
  readonly story: Story;
  readonly schedule: Schedule;
  readonly worker: Who;
  readonly family: Family;
}

/** The nearest working day on or before a day. */
export function workday(day: CalendarDay): CalendarDay {
  const weekday = weekdayOf(day);
  return weekday <= 5 ? day : addDays(day, 5 - weekday);
}

interface Reached {
  /** Whether it is the first time they speak. */
  readonly first?: boolean;
  /** The minute of the day it began at; by default some time of the working day. */
  readonly from?: number;
}

/** A signed note of somebody reached: written the same afternoon, now and then the next morning. */
export function reached(
  { story, schedule, worker, family }: Course,
  on: CalendarDay,
  how: 'telephone' | 'in-person' | 'video',
  { first = false, from }: Reached = {},
): void {
  const { random } = story;
  const inPerson = how === 'in-person';
  const startedAt = localMs(on, from ?? hm(random.int(9, 15), random.int(0, 59)));
  const minutes = inPerson ? random.int(40, 80) : random.int(8, 30);
  const late = random.chance(0.15) ? random.int(12, 40) * 60 : random.int(5, 90);
  const texts = inPerson ? VISITS : CALLS;
  schedule.add(startedAt + (minutes + late) * 60_000, (at) => {
    noteSigned(story, at, worker, {
      made: true,
      withWhom: inPerson ? ['youth', 'caregiver'] : ['caregiver'],
      how,
      place: inPerson ? random.pick(['home', 'home', 'home', 'school', 'community'] as const) : null,
      on,
      startedAt,
      minutesFace: inPerson ? minutes : null,
      minutesCall: inPerson ? null : minutes,
      minutesTravel: inPerson ? random.int(10, 50) : null,
      interpreter: family.interpreter ? random.pick(['used', 'used', 'not-available'] as const) : null,
      topics: [random.pick(['services', 'school', 'safety', 'strengths-needs', 'service-plan', 'health'])],
      words: worded(random.pick(first ? FIRST_WORDS : texts), family.youth, family.carer),
    });
    story.done(at, worker, 'contact.signed');
  });
}

/** A signed note of somebody tried and not reached. */
export function tried({ story, schedule, worker }: Course, on: CalendarDay): void {
  const { random } = story;
  const startedAt = localMs(on, hm(random.int(9, 17), random.int(0, 59)));
  schedule.add(startedAt + random.int(2, 20) * 60_000, (at) => {
    const words = random.pick(TRIES);
    noteSigned(story, at, worker, { made: false, withWhom: ['caregiver'], how: 'telephone', on, startedAt, words });
  });
}

/** Weekly calls and monthly visits from one day to another; `steadiness` of one misses none. */
export function keptInTouch(course: Course, from: CalendarDay, to: CalendarDay, steadiness: number): void {
  const { random } = course.story;
  for (let week = 0; from + week * 7 <= to; week += 1) {
    const on = workday(addDays(from, week * 7 + random.int(0, 4)));
    if (on > to || on < from) continue;
    if (!random.chance(steadiness)) {
      if (random.chance(0.7)) tried(course, on);
      continue;
    }
    reached(
      course,
      on,
      week % 4 === 1 ? 'in-person' : random.pick(['telephone', 'telephone', 'telephone', 'video'] as const),
    );
  }
}

/** Something whose own screen is elsewhere, recorded in the afternoon of its day. */
export function noted(
  { story, schedule, worker }: Course,
  kind: string,
  on: CalendarDay,
  data: Readonly<Record<string, unknown>> = {},
): void {
  schedule.add(localMs(on, hm(16, story.random.int(0, 55))), (at) => happened(story, at, worker, kind, on, data));
}

export function teamMet(course: Course, on: CalendarDay, purpose: 'first' | 'review' | 'transition'): void {
  const attended = [
    'youth',
    'caregiver',
    'care-manager',
    ...(course.story.random.chance(0.5) ? ['natural-support'] : []),
    'clinician',
  ];
  noted(course, 'team-meeting.held', on, { meeting: course.story.random.id(localMs(on, 0)), purpose, attended });
}

/** A plan sent and, days later, approved. */
export function planSent(
  course: Course,
  on: CalendarDay,
  kind: 'initial' | 'review' | 'transition',
  approvedAfter: number | null = 5,
): void {
  const plan = course.story.random.id(localMs(on, 1));
  noted(course, 'plan.submitted', on, { plan, kind });
  if (approvedAfter !== null) noted(course, 'plan.approved', workday(addDays(on, approvedAfter)), { plan, kind });
}

/** Enrolment with a care manager: when it began, what the first weeks hold. */
export function enrolmentBegan(
  { story, schedule, worker }: Course,
  supervisor: Who,
  on: CalendarDay,
  consent: { givenBy: string; authority: 'parent' | 'legal-guardian' | 'self'; language: string },
  minutes = hm(11, 30),
): void {
  schedule.add(localMs(on, minutes - 45), (at) => careManagerAssigned(story, at, supervisor, worker.seat));
  schedule.add(localMs(on, minutes), (at) => enrolled(story, at, worker, consent));
}

export function enrolmentEnded({ story, schedule, worker }: Course, on: CalendarDay, ground: string): void {
  schedule.add(localMs(on, hm(15, 30)), (at) => ended(story, at, worker, ground));
}
