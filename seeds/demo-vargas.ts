import { asJson } from '#modules/record/rows.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { noteSigned } from './chapters-care.ts';
import { knownBetter, language } from './demo-details.ts';
import { acceptedBy, foundEligible, offeredTo, type Path, referred } from './demo-lives.ts';
import { inventedReferral, type Place } from './invented-family.ts';
import { type Course, enrolmentBegan, noted, reached } from './life.ts';
import { hm, localMs, minutesOfDay } from './local-time.ts';
import { Random } from './random.ts';
import type { Who } from './seed-chart.ts';
import type { Story } from './story.ts';

/** The Vargas family of Elizabeth, followed through the documentation and the journeys. */

export const UNION: Place = { code: 'nj-union', name: 'Union', areaCode: '908' };

export interface NamedContext {
  readonly today: CalendarDay;
  readonly nowMs: number;
  readonly csa: Who;
  readonly supervisor: Who;
  readonly worker: Who;
  readonly familySupport: Who;
  readonly externalId: () => string;
}

interface Child {
  readonly first: string;
  readonly age: number;
  readonly bornAgo: number;
  readonly gender: 'female' | 'male';
  readonly school: string;
  readonly situation: string;
}

function vargasDraft({ today, externalId }: NamedContext, child: Child, receivedOn: CalendarDay): ReferralDraft {
  const random = new Random(`vargas ${child.first}`);
  const draft = inventedReferral(random, {
    place: UNION,
    receivedOn,
    age: child.age,
    language: 'es',
    first: child.first,
    last: 'Vargas',
    externalId: externalId(),
  });
  return {
    ...draft,
    caller: { code: 'parent', asReported: null },
    youth: {
      ...draft.youth,
      preferredName: null,
      birthDay: isoDay(addDays(today, -child.bornAgo)),
      gender: { code: child.gender, asReported: null },
      interpreterNeeded: true,
    },
    address: { line: '12 Elm Street', city: 'Elizabeth', state: 'NJ', zip: '07201', county: 'Union' },
    guardian: {
      ...draft.guardian,
      firstName: 'Rosa',
      lastName: 'Vargas',
      relationship: { code: 'mother', asReported: null },
      telephone: '+19085550142',
    },
    domains: ['mental-health', 'trouble-in-school'],
    situation: child.situation,
    consent: { given: 'yes', byName: 'Rosa Vargas', by: 'caregiver', authority: 'parent', on: isoDay(receivedOn) },
    intensity: 'moderate',
    healthPlan: { code: 'horizon', asReported: null },
    school: child.school,
  };
}

const CONSENT = { givenBy: 'Rosa Vargas', authority: 'parent', language: 'Spanish' } as const;

/** Offered yesterday, so that the first contact is due today; later in the day when the world is made in the afternoon. */
function offeredAtMinutes(today: CalendarDay, nowMs: number): number {
  const now = minutesOfDay(today, nowMs);
  return now < hm(13, 0) ? hm(14, 20) : Math.min(now + 90, hm(20, 20));
}

export function luz(context: NamedContext): Path {
  const { today, nowMs, csa, supervisor, worker } = context;
  const yesterday = addDays(today, -1);
  const draft = vargasDraft(
    context,
    {
      first: 'Luz',
      age: 11,
      bornAgo: 11 * 365 + 230,
      gender: 'female',
      school: 'Elm Street School',
      situation:
        'Nightmares since the move, and mornings when school is not possible. Loves to dance and has stopped. Her mother asks for quiet nights.',
    },
    yesterday,
  );
  const path = referred({ random: new Random('luz'), draft, csa, today }, yesterday, hm(10, 20));
  const { story, schedule } = path;
  const minutes = offeredAtMinutes(today, nowMs);
  foundEligible(path, yesterday);
  offeredTo(path, yesterday, supervisor.agency, minutes);
  acceptedBy(path, yesterday, supervisor, minutes + 42);
  const course: Course = { story, schedule, worker, family: { youth: 'Luz', carer: 'Rosa', interpreter: true } };
  enrolmentBegan(course, supervisor, yesterday, CONSENT, minutes + 95);
  const nine = localMs(today, hm(9, 5));
  const triedAt = nine + 5 * 60_000 < nowMs ? nine : localMs(yesterday, minutes + 110);
  schedule.add(triedAt + 4 * 60_000, (at) => {
    noteSigned(story, at, worker, {
      made: false,
      withWhom: ['caregiver'],
      how: 'telephone',
      on: story.today(triedAt),
      startedAt: triedAt,
      interpreter: 'used',
      words:
        'Called with the interpreter line, left a message in Spanish with my number. Rosa works mornings; she asked to be called in the afternoon.',
    });
    story.done(at, worker, 'contact.signed');
  });
  family(course, localMs(yesterday, minutes + 100));
  return path;
}

export function mateo(context: NamedContext): Path {
  const { today, csa, supervisor, worker, familySupport } = context;
  const weekAgo = addDays(today, -7);
  const draft = vargasDraft(
    context,
    {
      first: 'Mateo',
      age: 13,
      bornAgo: 13 * 365 + 120,
      gender: 'male',
      school: 'Riverside Middle School',
      situation:
        'Has stayed away from school for three weeks; says it is too loud. Plays the trumpet. Worries about his sister.',
    },
    addDays(weekAgo, -1),
  );
  const path = referred({ random: new Random('mateo'), draft, csa, today }, addDays(weekAgo, -1), hm(16, 5));
  const { story, schedule, random } = path;
  foundEligible(path, weekAgo);
  offeredTo(path, weekAgo, supervisor.agency);
  acceptedBy(path, weekAgo, supervisor);
  const from = addDays(today, -6);
  const course: Course = { story, schedule, worker, family: { youth: 'Mateo', carer: 'Rosa', interpreter: true } };
  enrolmentBegan(course, supervisor, from, CONSENT);
  // Within 24 and 72 hours of the offer, which came in the early afternoon.
  reached(course, from, 'telephone', { first: true, from: hm(12, 15) });
  reached(course, addDays(today, -4), 'in-person', { from: hm(10, 30) });
  noted(course, 'fso.offered', addDays(today, -4), { answer: 'yes' });
  family(course, localMs(from, hm(12, 30)));
  schedule.add(localMs(addDays(today, -3), hm(10, 0)), (at) => {
    const id = random.id(at);
    story.add('relationship', worker, {
      id,
      seat: familySupport.seat,
      kind: 'family-support',
      from_day: isoDay(story.today(at)),
      to_day: null,
      reason: null,
      given_by: worker.seat,
    });
  });
  return path;
}

/** Who else belongs to the family, as Rosa told it. */
function family(course: Course, at: number): void {
  knownBetter(course, at, true);
  const { story, worker } = course;
  course.schedule.add(at + 1000, () => {
    const add = (name: string, relationship: string, livesWith: boolean): void =>
      story.add('relative', worker, {
        id: story.random.id(at),
        name,
        relationship,
        lives_with: livesWith,
        languages: asJson([{ ...language('es'), speaks: true, talk: true }]),
        from_day: isoDay(story.today(at)),
      });
    add('Leo Vargas', 'grandparent', true);
    add('Elena Fuentes', 'aunt-or-uncle', false);
  });
}

/** Two charts of one family, each saying so of the other. */
export function siblings(by: Who, one: Story, other: Story, at: number): void {
  const from = new Date(at).toISOString();
  one.add('chart_link', by, { other: other.chart, kind: 'sibling', reason: null, at: from });
  other.add('chart_link', by, { other: one.chart, kind: 'sibling', reason: null, at: from });
}
