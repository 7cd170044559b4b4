import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { STAFF_FIRST, STAFF_LAST } from './invented-names.ts';
import { hm, localMs } from './local-time.ts';
import { Random } from './random.ts';
import type { SeedRow, Who } from './seed-chart.ts';

/** Somebody with a seat, as the start screen may name them. */
export interface Staff extends Who {
  readonly name: string;
  readonly email: string;
}

/** Everybody who works at one agency. */
export interface Team {
  readonly agency: number;
  readonly supervisors: readonly Staff[];
  readonly careManagers: readonly Staff[];
  /** Left some days ago; nobody has their youths yet. */
  readonly leaver: Staff;
  readonly others: readonly Staff[];
}

interface Named {
  readonly name: string;
  readonly capacity: string;
  readonly title?: string;
  /** Days before today that the seat ended. */
  readonly left?: number;
}

/** Makes people and seats, and the rows they are: each name and address once. */
export class People {
  readonly rows: SeedRow[] = [];
  readonly #today: CalendarDay;
  readonly #begin: number;
  readonly #passwordHash: string;
  readonly #random = new Random('people');
  readonly #shifts = new Random('shifts');
  readonly #emails = new Set<string>();
  readonly #staff: Staff[] = [];

  constructor(today: CalendarDay, passwordHash: string) {
    this.#today = today;
    this.#begin = addDays(today, -700) * 86_400_000;
    this.#passwordHash = passwordHash;
  }

  add(agency: number, domain: string, wish: Omit<Named, 'name'> & { readonly name?: string }): Staff {
    const name = wish.name ?? this.#freeName(domain);
    const email = emailOf(name, domain);
    this.#emails.add(email);
    const person = this.#random.id(this.#begin);
    this.rows.push({
      table: 'person',
      values: {
        id: person,
        name,
        email,
        password_hash: this.#passwordHash,
        password_set_at: new Date(this.#begin).toISOString(),
        password_suffices_alone: true,
        locale: 'en',
      },
    });
    return this.seat({ person, name, email }, agency, wish);
  }

  /** A further seat of somebody who has one. */
  seat(
    { person, name, email }: Pick<Staff, 'person' | 'name' | 'email'>,
    agency: number,
    wish: Omit<Named, 'name'>,
  ): Staff {
    const { capacity, title, left } = wish;
    const seat = this.#random.id(this.#begin);
    const from = isoDay(addDays(this.#today, -this.#random.int(520, 690)));
    const to = left === undefined ? null : isoDay(addDays(this.#today, -left));
    this.rows.push({
      table: 'seat',
      values: { id: seat, person, capacity, agency, title: title ?? null, from_day: from, to_day: to },
    });
    const staff = { seat, person, capacity, agency, name, email };
    this.#staff.push(staff);
    return staff;
  }

  staffOf(agency: number): readonly Staff[] {
    return this.#staff.filter((staff) => staff.agency === agency);
  }

  supervises(supervisor: Staff, seat: Staff, until: CalendarDay | null = null): void {
    const from = isoDay(addDays(this.#today, -500));
    this.rows.push({
      table: 'supervision',
      values: {
        supervisor: supervisor.seat,
        seat: seat.seat,
        from_day: from,
        to_day: until === null ? null : isoDay(until),
      },
    });
  }

  covers(cover: Staff, absent: Staff, from: CalendarDay, to: CalendarDay): void {
    const id = this.#random.id(this.#begin);
    this.rows.push({
      table: 'absence',
      values: { id, seat: absent.seat, cover: cover.seat, from_day: isoDay(from), to_day: isoDay(to) },
    });
  }

  /**
   * On call week after week from yesterday on, long enough for a demonstration to be looked at again. Each week is handed over
   * when New Jersey's clocks show the same hour, also after they were set forward or back.
   */
  onCall(seat: Staff, madeBy: Staff): void {
    for (let week = 0; week < WEEKS_ON_CALL; week++) {
      const from = addDays(this.#today, week * 7 - 1);
      this.rows.push({
        table: 'on_call_shift',
        values: {
          id: this.#shifts.id(this.#begin),
          agency: seat.agency,
          seat: seat.seat,
          from_at: handedOver(from),
          to_at: handedOver(addDays(from, 7)),
          made_by: madeBy.seat,
        },
      });
    }
  }

  #freeName(domain: string): string {
    for (;;) {
      const name = `${this.#random.pick(STAFF_FIRST)} ${this.#random.pick(STAFF_LAST)}`;
      if (!this.#emails.has(emailOf(name, domain))) return name;
    }
  }
}

const emailOf = (name: string, domain: string): string =>
  `${name
    .toLowerCase()
    .replaceAll(' ', '.')
    .replace(/[^a-z.-]/g, '')}@${domain}`;

export interface TeamWish {
  readonly agency: number;
  readonly domain: string;
  readonly supervisors: readonly (string | undefined)[];
  readonly careManagers: readonly (string | undefined)[];
  readonly administrator?: string;
  readonly privacyOfficer?: string;
  readonly lead?: string;
}

/** One care management organization: who runs it, who supervises, who cares, who is away and who has left. */
export function teamOf(people: People, today: CalendarDay, wish: TeamWish): Team {
  const add = (capacity: string, name?: string, left?: number): Staff =>
    people.add(wish.agency, wish.domain, {
      capacity,
      ...(name ? { name } : {}),
      ...(left === undefined ? {} : { left }),
    });
  const supervisors = wish.supervisors.map((name) => add('supervisor', name));
  const careManagers = wish.careManagers.map((name) => add('care-manager', name));
  const leaver = add('care-manager', undefined, LEFT_DAYS_AGO);
  const first = supervisors[0];
  if (!first) throw new Error('a team needs a supervisor');
  for (const [index, seat] of careManagers.entries())
    people.supervises(supervisors[index % supervisors.length] ?? first, seat);
  people.supervises(first, leaver, addDays(today, -LEFT_DAYS_AGO));
  const [absent, cover] = careManagers.slice(-2);
  if (absent && cover) people.covers(cover, absent, addDays(today, -2), addDays(today, 9));
  const others = [
    add('administrator', wish.administrator),
    add('privacy-officer', wish.privacyOfficer),
    add('agency-lead', wish.lead),
    add('quality'),
  ];
  const onCall = add('on-call');
  people.onCall(onCall, first);
  others.push(onCall);
  return { agency: wish.agency, supervisors, careManagers, leaver, others };
}

const WEEKS_ON_CALL = 26;

/** When one week on call ends and the next begins: as offices close. */
const handedOver = (day: CalendarDay): string => new Date(localMs(day, hm(17, 0))).toISOString();

/** How long ago the care manager whose youths wait left. */
export const LEFT_DAYS_AGO = 9;
