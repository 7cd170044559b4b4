import { matchPersonOf } from '#modules/referral/match-person.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { comparable, compareYouths } from '#modules/youth/matching.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { answered, decided } from './chapters-referral.ts';
import { addressKept, alerted, hasIep, knownBetter, twoHomes } from './demo-details.ts';
import {
  acceptedBy,
  BEGAN,
  cameIn,
  careBegan,
  careManagerLeft,
  endedOn,
  firstMonth,
  foundEligible,
  type Life,
  lived,
  offeredTo,
  type Path,
  referred,
  reviews,
  settledOn,
} from './demo-lives.ts';
import type { Staff, Team } from './demo-people.ts';
import { inventedReferral, type Place, type Wish } from './invented-family.ts';
import { type Course, keptInTouch, workday } from './life.ts';
import { hm, localMs } from './local-time.ts';
import { Random } from './random.ts';

/** Makes the paths of a small world: each youth from a seed of their own. */
export class DemoCharts {
  readonly paths: Path[] = [];
  readonly #today: CalendarDay;
  readonly #csa: readonly Staff[];
  #count = 0;

  constructor(today: CalendarDay, csa: readonly Staff[]) {
    this.#today = today;
    this.#csa = csa;
  }

  /** The next number a referral is known by where it came from. */
  readonly externalId = (): string => {
    this.#count += 1;
    return `T-${String(40_000 + this.#count * 7)}`;
  };

  coordinator(): Staff {
    const found = this.#csa[this.#count % this.#csa.length];
    if (!found) throw new Error('the administrator has no coordinator');
    return found;
  }

  #begin(
    receivedOn: CalendarDay,
    wish: Partial<Wish> & { readonly place: Place },
    different: (draft: ReferralDraft) => ReferralDraft = (draft) => draft,
  ): Path {
    const csa = this.coordinator();
    const externalId = this.externalId();
    const random = new Random(`demo ${externalId}`);
    const draft = different(inventedReferral(random, { ...wish, receivedOn, externalId }));
    const path = referred({ random, draft, csa, today: this.#today }, receivedOn, hm(8, 30) + (this.#count % 9) * 50);
    this.paths.push(path);
    return path;
  }

  /** A youth in care, somewhere on the way. */
  inCare(life: Life, place: Place, team: Team, worker: Staff, wish: Partial<Wish> = {}): Course {
    const [least, most] = BEGAN[life];
    const seed = new Random(`began ${this.#count} ${life}`);
    const from = workday(addDays(this.#today, -seed.int(least, most)));
    const path = this.#begin(addDays(from, -2), { place, cyberId: String(20_000_000 + this.#count * 137), ...wish });
    const supervisor = this.#supervisor(team);
    cameIn(path, from, team.agency, supervisor);
    const course = lived(life, { path, supervisor, worker, from });
    this.#details(course, from, place);
    return course;
  }

  #supervisor(team: Team): Staff {
    const found = team.supervisors[this.#count % team.supervisors.length];
    if (!found) throw new Error('the team has no supervisor');
    return found;
  }

  #details(course: Course, from: CalendarDay, place: Place): void {
    const { random } = course.story;
    const known = localMs(from, hm(13, 0));
    knownBetter(course, known);
    if (random.chance(0.22)) hasIep(course, addDays(from, random.int(2, 12)), String(random.int(2, 11)));
    if (random.chance(0.12)) alerted(course, known + 60_000, 'safety', 'Safety: see crisis plan', 'mental-health');
    if (random.chance(0.05)) addressKept(course, known + 120_000);
    if (random.chance(0.12)) {
      const other = inventedReferral(random, { place, receivedOn: from, externalId: 'x' });
      const { line, city, zip } = other.address;
      twoHomes(course, known + 180_000, `${other.guardian.firstName} ${other.guardian.lastName}`, 'father', {
        value: line ?? '',
        city: city ?? '',
        zip: zip ?? '',
      });
    }
  }

  /** In the hands of somebody who has left: a gap everybody can see. */
  inTheGap(life: 'active' | 'planning', place: Place, team: Team): void {
    const course = this.inCare(life, place, team, team.leaver);
    careManagerLeft(course, this.#today);
  }

  offeredNow(place: Place, team: Team, daysAgo: number): void {
    const on = addDays(this.#today, -daysAgo);
    const path = this.#begin(addDays(on, -2), { place });
    settledOn(path, on);
    foundEligible(path, on);
    offeredTo(path, on, team.agency, hm(13, 15));
  }

  acceptedNow(place: Place, team: Team, daysAgo: number): void {
    const on = addDays(this.#today, -daysAgo);
    const path = this.#begin(addDays(on, -1), { place });
    settledOn(path, on);
    foundEligible(path, on);
    offeredTo(path, on, team.agency, hm(12, 15));
    acceptedBy(path, on, this.#supervisor(team), hm(14, 40));
  }

  returned(place: Place, team: Team, reason: string): void {
    const on = addDays(this.#today, -3);
    const path = this.#begin(addDays(on, -2), { place });
    settledOn(path, on);
    foundEligible(path, on);
    offeredTo(path, on, team.agency, hm(12, 15));
    const supervisor = this.#supervisor(team);
    path.schedule.add(localMs(on, hm(15, 30)), (at) => answered(path.story, at, supervisor, 'returned', reason));
  }

  /** Care that came to its end. */
  endedCare(ground: string, place: Place, team: Team, worker: Staff): Course {
    const seed = new Random(`ended ${this.#count}`);
    const end = workday(addDays(this.#today, -seed.int(12, 150)));
    const from = workday(addDays(end, -seed.int(120, 330)));
    const path = this.#begin(addDays(from, -2), { place, ...(ground === 'aged-out' ? { age: 20 } : {}) });
    const supervisor = this.#supervisor(team);
    cameIn(path, from, team.agency, supervisor);
    const course = careBegan({ path, supervisor, worker, from });
    firstMonth(course, from);
    reviews(course, from, addDays(end, -5));
    const quiet = ground === 'missing' || ground === 'not-yet-reached' ? 72 : 2;
    keptInTouch(course, addDays(from, 3), addDays(end, -quiet), 0.95);
    endedOn(course, end, ground);
    knownBetter(course, localMs(from, hm(13, 0)));
    return course;
  }

  /** Care at one organization, then at that of the county the family moved to. */
  transferred(place: Place, team: Team, worker: Staff, to: Team, newWorker: Staff): void {
    const end = workday(addDays(this.#today, -19));
    const from = workday(addDays(end, -170));
    const path = this.#begin(addDays(from, -2), { place });
    const supervisor = this.#supervisor(team);
    cameIn(path, from, team.agency, supervisor);
    const course = careBegan({ path, supervisor, worker, from });
    firstMonth(course, from);
    keptInTouch(course, addDays(from, 3), addDays(end, -2), 0.95);
    endedOn(course, end, 'transferred');
    offeredTo(path, end, to.agency, hm(16, 0));
    // What the first organization keeps to read by.
    const { youth } = path.draft;
    path.story.add('chart_left', supervisor, {
      left_at: new Date(localMs(end, hm(16, 0))).toISOString(),
      left_on: isoDay(end),
      to_agency: to.agency,
      name: `${youth.preferredName ?? youth.firstName} ${youth.lastName}`,
      born: youth.birthDay,
    });
    const next = this.#supervisor(to);
    acceptedBy(path, end, next, hm(16, 40));
    const again = careBegan({ path, supervisor: next, worker: newWorker, from: workday(addDays(end, 2)) });
    keptInTouch(again, addDays(end, 4), this.#today, 1);
  }

  /** Still with the administrator: things to look at, decisions to make, an organization to find. */
  waiting(
    place: Place,
    daysAgo: number,
    wish: Partial<Wish> = {},
    different?: (draft: ReferralDraft) => ReferralDraft,
  ): Path {
    return this.#begin(addDays(this.#today, -daysAgo), { place, ...wish }, different);
  }

  toAssign(place: Place): void {
    const path = this.waiting(place, 2);
    settledOn(path, addDays(this.#today, -1));
    foundEligible(path, addDays(this.#today, -1));
  }

  anotherPath(
    place: Place,
    outcome: 'not-eligible' | 'mobile-response' | 'short-term' | 'idd-path' | 'substance-use-path',
    reason: string,
  ): void {
    const path = this.waiting(place, 6);
    const { story, schedule, csa } = path;
    settledOn(path, addDays(this.#today, -5));
    schedule.add(localMs(addDays(this.#today, -5), hm(11, 20)), (at) =>
      decided(story, at, csa, { outcome, reasons: [reason] }),
    );
  }

  /** The same youth told of twice, spelled a little differently: somebody must compare. */
  twice(place: Place): void {
    const first = this.waiting(place, 5, { age: 12, language: 'en' });
    const { draft } = first;
    const csa = this.coordinator();
    const again: ReferralDraft = {
      ...draft,
      externalId: this.externalId(),
      caller: { code: 'school', asReported: null },
      receivedOn: isoDay(addDays(this.#today, -1)),
      youth: { ...draft.youth, lastName: `${draft.youth.lastName}e` },
    };
    const mine = comparable(matchPersonOf(again));
    const { score } = compareYouths(comparable(matchPersonOf(draft)), mine);
    const extraTasks = [
      { code: 'likely-duplicate', field: 'row', detail: { chart: first.story.chart, score } },
    ] as const;
    this.paths.push(
      referred(
        { random: new Random(again.externalId), draft: again, csa, today: this.#today, extraTasks },
        addDays(this.#today, -1),
      ),
    );
  }
}
