import type { People, SeatLine } from './seat-lines.ts';

/** Which change somebody is about to make, and to whose seat. */
export type Asked =
  | { readonly what: 'invite' }
  | {
      readonly what: 'capacity' | 'seat' | 'supervisor' | 'absence' | 'end' | 'link' | 'sessions' | 'standing';
      readonly line: SeatLine;
    }
  | { readonly what: 'endAbsence'; readonly line: SeatLine; readonly absence: string };

/** What every form of a change gets. */
export interface ChangeProps {
  readonly people: People;
  readonly today: string;
  /** Done: what to say above the table. */
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

export interface SeatChangeProps extends ChangeProps {
  readonly line: SeatLine;
}
