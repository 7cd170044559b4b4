import type { Category } from '#modules/facts/model.ts';
import { asJson } from '#modules/record/rows.ts';
import type { LanguageCode, SaidLanguage } from '#modules/youth/languages.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { happened } from './chapters-care.ts';
import type { Course } from './life.ts';
import { hm, localMs } from './local-time.ts';
import type { SeedRow } from './seed-chart.ts';

/** What is learnt of a youth and family after the referral: who they are at home, school, alerts. */

/** As the youth said them; most girls and boys say the usual ones, and some were not asked yet. */
const PRONOUNS: Readonly<Record<string, string>> = {
  female: 'she/her',
  male: 'he/him',
  nonbinary: 'they/them',
};
/** What families of a tradition might call themselves, by the language their names come with. */
const SAID_OF_THEMSELVES: Readonly<Record<string, readonly string[]>> = {
  en: ['Black', 'Black', 'White', 'White', 'White', 'Black and white', 'Filipino'],
  es: ['Latino', 'Hispanic', 'Dominican', 'Puerto Rican', 'Afro-Latino'],
  zh: ['Chinese', 'Asian'],
  pt: ['Brazilian', 'Portuguese', 'White'],
  ko: ['Korean', 'Asian'],
  gu: ['Indian', 'South Asian'],
  ar: ['Arab', 'Middle Eastern', 'Egyptian'],
  ht: ['Haitian', 'Black'],
};

const BOTH = { speaks: true, reads: true };

/** A language nobody has said more about. */
export const language = (code: LanguageCode): SaidLanguage => ({
  code,
  words: null,
  speaks: false,
  reads: false,
  talk: false,
  letters: false,
});

/** What is spoken at home, as the referral told it. */
function atHome({ languages }: Record<string, unknown>): LanguageCode {
  const [first] = (languages as ReturnType<typeof asJson<SaidLanguage>>).toJSON();
  return (first?.code ?? 'en') as LanguageCode;
}

/** What is spoken at home, and English from school; letters go out in what is read at home. */
const ofYouth = (home: LanguageCode): readonly SaidLanguage[] => [
  { ...language(home), ...BOTH, talk: true, letters: true },
  ...(home === 'en' ? [] : [{ ...language('en'), ...BOTH }]),
];

function rowsOf({ story }: Course, table: string): Record<string, unknown>[] {
  return story.rows.filter((row: SeedRow) => row.table === table).map(({ values }) => values);
}

/** How the youth is spoken of (where somebody asked), what they read, and who at home has the say. */
export function knownBetter(course: Course, at: number, asksEverybody = false): void {
  const { random } = course.story;
  course.schedule.add(at, () => {
    for (const youth of rowsOf(course, 'youth')) {
      const asked = asksEverybody || youth.gender === 'nonbinary' || random.chance(0.6);
      youth.pronouns = asked ? (PRONOUNS[String(youth.gender)] ?? null) : null;
      const home = atHome(youth);
      youth.languages = asJson(ofYouth(home));
      youth.race_ethnicity = random.chance(0.7) ? [random.pick(SAID_OF_THEMSELVES[home] ?? ['Not listed'])] : [];
    }
    const [youth] = rowsOf(course, 'youth');
    for (const relative of rowsOf(course, 'relative')) {
      relative.lives_with = true;
      const parent = relative.relationship === 'mother' || relative.relationship === 'father';
      relative.authority = parent ? 'parent' : (AUTHORITY[String(relative.relationship)] ?? 'none-confirmed');
      relative.languages = asJson(youth ? [{ ...language(atHome(youth)), ...BOTH, talk: true, letters: true }] : []);
      relative.interpreter = youth?.interpreter ?? null;
    }
  });
}

const AUTHORITY: Readonly<Record<string, string>> = { 'legal-guardian': 'legal-guardian', 'foster-parent': 'foster' };

/** The other parent, who lives elsewhere. */
export function twoHomes(
  course: Course,
  at: number,
  name: string,
  relationship: string,
  address: { value: string; city: string; zip: string },
): void {
  const { story, worker } = course;
  course.schedule.add(at, () => {
    const relative = story.random.id(at);
    const from = isoDay(story.today(at));
    story.add('relative', worker, {
      id: relative,
      name,
      relationship,
      lives_with: false,
      authority: 'parent',
      from_day: from,
    });
    story.add('contact_point', worker, {
      id: story.random.id(at),
      relative,
      kind: 'address',
      ...address,
      state: 'NJ',
      from_day: from,
    });
  });
}

export function alerted(course: Course, at: number, code: string, words: string, category: Category = 'general'): void {
  const { story, worker } = course;
  course.schedule.add(at, () =>
    story.add('alert', worker, { id: story.random.id(at), category, code, words, from_day: isoDay(story.today(at)) }),
  );
}

/** The address is not told to anybody the family has not named. */
export function addressKept(course: Course, at: number): void {
  course.schedule.add(at, () => {
    for (const point of rowsOf(course, 'contact_point')) {
      if (point.kind === 'address')
        Object.assign(point, { confidential: true, seen_by: 'Nobody else opens the mail here.' });
    }
  });
  alerted(course, at, 'confidential-address', 'Address is confidential: share with nobody', 'general');
}

/** The school's program: when it was last held, and so when the yearly one is due. */
export function hasIep(course: Course, heldOn: CalendarDay, grade: string): void {
  const at = localMs(heldOn, hm(17, 10));
  const { story, worker } = course;
  course.schedule.add(at, () => {
    for (const school of rowsOf(course, 'school')) {
      Object.assign(school, {
        support: 'iep',
        grade,
        last_iep_on: isoDay(heldOn),
        next_annual_on: isoDay(addDays(heldOn, 365)),
        next_reevaluation_on: isoDay(addDays(heldOn, 1095)),
        consent_to_talk: true,
      });
    }
    happened(story, at, worker, 'school.iep-held', heldOn, { type: 'annual' }, 'school');
  });
}
