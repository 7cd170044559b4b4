import type { ReferralDraft } from '#modules/referral/model.ts';
import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import { alerted, hasIep, knownBetter } from './demo-details.ts';
import { cameIn, careBegan, firstMonth, type Path, referred } from './demo-lives.ts';
import { type NamedContext, UNION } from './demo-vargas.ts';
import { inventedReferral } from './invented-family.ts';
import { type Course, enrolmentBegan, keptInTouch, noted, planSent, reached, teamMet, tried, workday } from './life.ts';
import { hm, localMs } from './local-time.ts';
import { Random } from './random.ts';

/** Three more youths followed by name, in the same care manager's hands as the Vargas family. */

function namedDraft(
  context: NamedContext,
  first: string,
  last: string,
  gender: 'female' | 'male',
  age: number,
  receivedOn: CalendarDay,
  different: Partial<ReferralDraft> = {},
): ReferralDraft {
  const random = new Random(`${first} ${last}`);
  const draft = inventedReferral(random, {
    place: UNION,
    receivedOn,
    age,
    first,
    last,
    gender,
    externalId: context.externalId(),
    language: 'en',
  });
  return {
    ...draft,
    youth: { ...draft.youth, preferredName: null },
    healthPlan: { code: 'united', asReported: null },
    ...different,
  };
}

function begun(context: NamedContext, draft: ReferralDraft, from: CalendarDay): { path: Path; course: Course } {
  const path = referred(
    { random: new Random(draft.externalId), draft, csa: context.csa, today: context.today },
    addDays(from, -2),
  );
  cameIn(path, from, context.supervisor.agency, context.supervisor);
  const course = careBegan({ path, supervisor: context.supervisor, worker: context.worker, from });
  knownBetter(course, localMs(from, hm(13, 0)), true);
  return { path, course };
}

/** Amina: the review of her plan is four days late; otherwise all is well. */
export function amina(context: NamedContext): Path {
  const { today } = context;
  const from = addDays(today, -124);
  const { path, course } = begun(
    context,
    namedDraft(context, 'Amina', 'Rahman', 'female', 14, addDays(from, -2)),
    from,
  );
  reached(course, addDays(from, 2), 'in-person');
  noted(course, 'crisis-plan.completed', addDays(from, 4));
  noted(course, 'fso.offered', addDays(from, 9), { answer: 'later' });
  teamMet(course, addDays(from, 20), 'first');
  planSent(course, addDays(today, -94), 'initial', 6);
  keptInTouch(course, addDays(from, 4), addDays(today, -1), 1);
  hasIep(course, addDays(from, 40), '8');
  return path;
}

/** Jonah: nobody reached last week, two tries. */
export function jonah(context: NamedContext): Path {
  const { today } = context;
  const from = addDays(today, -66);
  const { path, course } = begun(context, namedDraft(context, 'Jonah', 'Tate', 'male', 9, addDays(from, -2)), from);
  firstMonth(course, from);
  keptInTouch(course, addDays(from, 4), addDays(today, -14), 1);
  tried(course, workday(addDays(today, -6)));
  tried(course, workday(addDays(today, -4)));
  alerted(course, localMs(addDays(from, 6), hm(12, 0)), 'safety', 'Safety: see crisis plan', 'mental-health');
  return path;
}

/** Priya: the thirty days for a Medicaid application are nearly over. */
export function priya(context: NamedContext): Path {
  const { today } = context;
  const from = addDays(today, -27);
  const draft = namedDraft(context, 'Priya', 'Desai', 'female', 6, addDays(from, -2), {
    healthPlan: { code: 'none', asReported: null },
  });
  const path = referred({ random: new Random(draft.externalId), draft, csa: context.csa, today }, addDays(from, -2));
  cameIn(path, from, context.supervisor.agency, context.supervisor);
  const { story, schedule } = path;
  const course: Course = {
    story,
    schedule,
    worker: context.worker,
    family: { youth: 'Priya', carer: draft.guardian.firstName ?? '', interpreter: false },
  };
  enrolmentBegan(course, context.supervisor, from, {
    givenBy: draft.consent.byName ?? '',
    authority: 'parent',
    language: 'English',
  });
  reached(course, from, 'telephone', { first: true });
  firstMonth(course, from);
  keptInTouch(course, addDays(from, 4), today, 1);
  knownBetter(course, localMs(from, hm(13, 0)), true);
  return path;
}
