import type { Tone } from '#design-system/tone.ts';

/** Something on one day: a contact, a meeting, a day something is owed. */
export interface LaneMark {
  readonly kind: 'mark';
  /** Unlike any other in the picture. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Filled for what happened or was met, open for an attempt or what is still to come. */
  readonly shape: 'disc' | 'square' | 'diamond';
  readonly filled: boolean;
  readonly tone: Tone;
  /** All of it in words: "Contact made with Rosa, by phone". */
  readonly label: string;
}

/** Something that lasts: a phase of the enrolment, a plan in force, a stay. */
export interface LaneBar {
  readonly kind: 'bar';
  /** Unlike any other in the picture. */
  readonly id: string;
  readonly from: string;
  /** The last day; `null` while it goes on. */
  readonly to: string | null;
  readonly tone: Tone;
  /** 1 is faint, 3 is strong; for what follows on from the same thing. */
  readonly weight: 1 | 2 | 3;
  /** Written on or beside the bar: "interim". */
  readonly short: string;
  readonly label: string;
}

export type LaneItem = LaneMark | LaneBar;

/** One line of the picture: Enrolment, Contacts, Meetings, Plan, Stays, Owed. */
export interface Lane {
  readonly label: string;
  readonly items: readonly LaneItem[];
}
