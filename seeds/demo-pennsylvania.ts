import { asJson } from '#modules/record/rows.ts';
import { foundBy } from '#modules/youth/found-by.ts';
import { addDays, type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import { careManagerAssigned, happened, noteSigned } from './chapters-care.ts';
import { language } from './demo-details.ts';
import type { People, Staff } from './demo-people.ts';
import { hm, localMs } from './local-time.ts';
import { Random } from './random.ts';
import type { SeedChart } from './seed-chart.ts';
import { Story } from './story.ts';

const DOMAIN = 'susquehanna.example';

/** A small agency under Pennsylvania's rules: two members, nothing of New Jersey. */
export function pennsylvania(people: People, today: CalendarDay): SeedChart[] {
  const add = (capacity: string, name?: string): Staff =>
    people.add(901, DOMAIN, { capacity, ...(name ? { name } : {}) });
  const supervisor = add('tcm-supervisor', 'Judith Ames');
  const worker = add('targeted-case-manager', 'Calvin Rourke');
  add('administrator');
  add('privacy-officer');
  people.supervises(supervisor, worker);
  return [
    member(today, supervisor, worker, { first: 'Wade', last: 'Hollinger', born: '2011-05-14', daysAgo: 95 }),
    member(today, supervisor, worker, { first: 'Serena', last: 'Kauffman', born: '2013-09-02', daysAgo: 12 }),
  ];
}

interface Member {
  readonly first: string;
  readonly last: string;
  readonly born: string;
  readonly daysAgo: number;
}

function member(
  today: CalendarDay,
  supervisor: Staff,
  worker: Staff,
  { first, last, born, daysAgo }: Member,
): SeedChart {
  const from = addDays(today, -daysAgo);
  const opened = localMs(from, hm(10, 0));
  const story = new Story(new Random(`pa ${last}`), opened, worker, 'pa-tcm');
  story.add('youth', worker, {
    legal_first: first,
    legal_last: last,
    preferred_name: null,
    gender: 'unknown',
    born,
    languages: asJson([{ ...language('en'), speaks: true, talk: true }]),
    interpreter: false,
    county: 'Cumberland',
  });
  const keys = foundBy({
    first,
    last,
    preferred: null,
    birthDay: day(born),
    addressLine: null,
    zip: null,
    telephones: [],
    identifiers: [],
    family: [],
  });
  for (const { kind, token } of keys) story.add('name_key', worker, { kind, token });
  story.record(opened, worker, { kind: 'youth.born', on: isoDay(day(born)), data: { estimated: false } });
  story.record(opened, worker, { kind: 'enrolment.started', on: isoDay(from), data: { service: 'blended' } });
  story.add('enrolment', worker, {
    id: story.random.id(opened),
    started_on: isoDay(from),
    ended_on: null,
    ground: null,
  });
  careManagerAssigned(story, opened + 60_000, supervisor, worker.seat);
  happened(story, opened + 120_000, worker, 'residence.recorded', from, { state: 'pa', county: 'cumberland' });
  for (let after = 3; after < daysAgo; after += 14) {
    const on = addDays(from, after);
    noteSigned(story, localMs(on, hm(15, 0)), worker, {
      made: true,
      withWhom: ['youth', 'caregiver'],
      how: 'in-person',
      place: 'home',
      on,
      words: 'Met at home; talked about school and about what the family would like next.',
    });
  }
  return story.finish();
}
