import type { AnswerOf } from '#platform/http/operation.ts';
import type { readPeople } from '../contract.ts';
import { CAPACITY_LABEL } from '../model.ts';

export type People = AnswerOf<typeof readPeople>;
export type Person = People['people'][number];
export type Seat = Person['seats'][number];

/** One line of the table: a seat and whose it is. */
export interface SeatLine {
  readonly person: Person;
  readonly seat: Seat;
}

export const SHOWN = ['now', 'away', 'invited', 'past', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export const linesOf = (people: readonly Person[]): SeatLine[] =>
  people.flatMap((person) => person.seats.map((seat) => ({ person, seat })));

const ended = ({ seat }: SeatLine, today: string): boolean => seat.to !== null && seat.to < today;
const begun = ({ seat }: SeatLine, today: string): boolean => seat.from <= today;

/** Whether somebody acts in the seat on a day. */
export const held = (line: SeatLine, today: string): boolean =>
  !line.person.disabled && begun(line, today) && !ended(line, today);

/** The absence that holds on a day. */
export const awayOn = ({ seat }: SeatLine, today: string): Seat['absences'][number] | undefined =>
  seat.absences.find(({ from, to }) => from <= today && to >= today);

/** Whether a line belongs to one of the lists, on a day. */
export function isShown(line: SeatLine, shown: Shown, today: string): boolean {
  switch (shown) {
    case 'now':
      return held(line, today);
    case 'away':
      return held(line, today) && awayOn(line, today) !== undefined;
    case 'invited':
      return line.person.invitedUntil !== null && !ended(line, today);
    case 'past':
      return line.person.disabled || ended(line, today);
    case 'all':
      return true;
  }
}

/** How a seat stands, most telling first. */
export function standingOf(line: SeatLine, today: string) {
  if (line.person.disabled) return 'shutOut';
  if (ended(line, today)) return 'ended';
  if (line.person.invitedUntil !== null) return 'invited';
  if (!begun(line, today)) return 'later';
  return awayOn(line, today) ? 'away' : 'here';
}

/** Whether a line fits what somebody typed: part of a name, a title or a capacity. */
export function fits({ person, seat }: SeatLine, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return [person.name, seat.title ?? '', CAPACITY_LABEL[seat.capacity]].some((one) => one.toLowerCase().includes(text));
}

/** Who a seat supervises on a day, of those that act in their seats then. By name. */
export const supervisedBy = (lines: readonly SeatLine[], seat: string, today: string): readonly string[] =>
  lines
    .filter((line) => line.seat.supervisor === seat && held(line, today))
    .map(({ person }) => person.name)
    .sort((a, b) => a.localeCompare(b));

/** The other seats that are held on a day: who can supervise or cover. By name. */
export function othersOf(lines: readonly SeatLine[], seat: string, today: string): readonly SeatLine[] {
  const own = lines.find((line) => line.seat.id === seat)?.person.id;
  return lines.filter((line) => line.person.id !== own && held(line, today));
}

/** A seat as one chooses it: name and capacity. */
export const seatWords = ({ person, seat }: SeatLine): string =>
  `${person.name}, ${seat.title ?? CAPACITY_LABEL[seat.capacity]}`;
