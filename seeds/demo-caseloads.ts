import { placesOf } from './demo-agencies.ts';
import type { DemoCharts } from './demo-charts.ts';
import type { Life } from './demo-lives.ts';
import type { Staff, Team } from './demo-people.ts';
import { UNION } from './demo-vargas.ts';
import type { Place } from './invented-family.ts';

/** What each care manager carries, beside those followed by name. */
export const OTHER_LIVES: readonly (readonly Life[])[] = [
  ['first-week', 'planning', 'active', 'active', 'active-late', 'transitioning'],
  ['planning', 'active', 'active', 'away', 'missing', 'active'],
  ['first-week', 'planning', 'active', 'active-late', 'not-yet-reached', 'active'],
];
export const FACT_LIVES: readonly (readonly Life[])[] = [
  ['active', 'active', 'planning', 'away', 'active', 'transitioning', 'missing', 'active'],
  [
    'first-week',
    'planning',
    'active',
    'active',
    'active',
    'active-late',
    'away',
    'transitioning',
    'active',
    'planning',
    'not-yet-reached',
    'active',
  ],
  ['first-week', 'planning', 'active', 'active', 'active', 'missing', 'active-late', 'transitioning', 'active', 'away'],
  ['planning', 'planning', 'active', 'active', 'active', 'active-late', 'not-yet-reached', 'active', 'first-week'],
  ['active', 'active', 'active', 'active-late', 'planning', 'away', 'transitioning', 'active'],
];

/** Gives every care manager their youths; some wait for nobody yet. */
export function fill(charts: DemoCharts, team: Team, lives: readonly (readonly Life[])[]): void {
  const places = placesOf(team.agency);
  let count = 0;
  const place = (): Place => {
    count += 1;
    return places[count % places.length] ?? UNION;
  };
  team.careManagers.forEach((worker, index) => {
    for (const life of lives[index] ?? [])
      charts.inCare(life, place(), team, worker, life === 'transitioning' ? { age: 18 } : {});
  });
  const gap = team.agency === 15 ? 2 : 1;
  for (let i = 0; i < gap; i += 1) {
    charts.inTheGap('active', place(), team);
    charts.inTheGap('planning', place(), team);
    charts.offeredNow(place(), team, i + 1);
    charts.acceptedNow(place(), team, i + 2);
  }
}

const GROUNDS = [
  'goals-met',
  'goals-met',
  'not-yet-reached',
  'moved-away',
  'goals-met',
  'missing',
  'written-request',
  'aged-out',
  'goals-met',
  'other',
  'died',
];

/** Care that ended, on every ground, and one youth whose family moved to another county. */
export function endings(charts: DemoCharts, teams: readonly Team[], fact: Team): void {
  const worker = (team: Team, index: number): Staff => {
    const found = team.careManagers[index % team.careManagers.length];
    if (!found) throw new Error('the team has no care manager');
    return found;
  };
  const placeOf = (team: Team): Place => placesOf(team.agency)[0] ?? UNION;
  for (const [index, ground] of ['goals-met', 'moved-away', 'written-request', 'goals-met'].entries()) {
    charts.endedCare(ground, UNION, fact, worker(fact, index));
  }
  teams
    .filter((team) => team !== fact)
    .forEach((team, index) => {
      charts.endedCare(GROUNDS[index % GROUNDS.length] ?? 'goals-met', placeOf(team), team, worker(team, index));
    });
  const hudson = teams.find(({ agency }) => agency === 7) ?? fact;
  charts.transferred(placeOf(hudson), hudson, worker(hudson, 0), fact, worker(fact, 3));
}

/** What waits at the administrator: to look at, to decide, to assign, given back, gone another way. */
export function atTheAdministrator(charts: DemoCharts, teams: readonly Team[]): void {
  const places = teams.flatMap(({ agency }) => placesOf(agency).slice(0, 1));
  const place = (index: number): Place => places[index % places.length] ?? UNION;
  charts.waiting(place(0), 1, { age: 3 });
  charts.waiting(place(1), 1, { age: 18 });
  charts.waiting(place(2), 0, { age: 20, language: 'ko' });
  charts.waiting(place(3), 2, {}, (draft) => ({ ...draft, consent: { ...draft.consent, given: 'not-recorded' } }));
  charts.waiting(place(4), 1, {}, (draft) => ({ ...draft, domains: [] }));
  charts.waiting(place(5), 3, { language: 'gu' }, (draft) => ({
    ...draft,
    guardian: { ...draft.guardian, telephone: null },
  }));
  charts.waiting(place(6), 2, {}, (draft) => ({ ...draft, address: { ...draft.address, county: null } }));
  charts.waiting(place(7), 4, { age: 4 });
  charts.twice(place(8));
  charts.twice(UNION);
  for (const [index, language] of (['es', 'zh', 'pt', 'ko', 'gu', 'ar', 'ht'] as const).entries())
    charts.waiting(place(index), index % 3, { language });
  for (let index = 0; index < 5; index += 1) charts.toAssign(place(index * 3));
  const [first, second] = teams;
  if (first && second) {
    charts.returned(place(0), first, 'The family lives in another county now.');
    charts.returned(place(1), second, 'The family said no.');
  }
  charts.anotherPath(place(2), 'mobile-response', 'crisis-now');
  charts.anotherPath(place(5), 'short-term', 'low-intensity');
  charts.anotherPath(place(9), 'idd-path', 'developmental-disability-only');
  charts.anotherPath(place(11), 'substance-use-path', 'substance-use-only');
  charts.anotherPath(place(12), 'not-eligible', 'no-ground-met');
}
