import type { ReactElement } from 'react';
import { classes } from '#design-system/class-names.ts';
import type { Tone } from '#design-system/tone.ts';
import styles from './status-mark.module.css';

export type Status =
  | 'late'
  | 'near'
  | 'target'
  | 'owed'
  | 'met'
  | 'exempt'
  | 'waiting'
  | 'contact-made'
  | 'contact-attempted'
  | 'near-miss';

interface Look {
  readonly tone: Tone;
  readonly word: string;
  readonly shape: ReactElement;
}

const disc = <circle cx="6" cy="6" r="4.5" fill="currentColor" />;
const ring = <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const diamond = <path d="M6 .5 11.5 6 6 11.5 .5 6Z" fill="currentColor" />;
const openDiamond = <path d="M6 1.5 10.5 6 6 10.5 1.5 6Z" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const square = <rect x="1.5" y="1.5" width="9" height="9" rx="2" fill="currentColor" />;
const triangle = <path d="M6 1 11.5 11H.5Z" fill="currentColor" />;
const dash = <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2" />;
const half = (
  <>
    {ring}
    <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
  </>
);

/** A shape of its own for every state, so that none depends on colour. */
const LOOKS = {
  late: { tone: 'brick', word: 'Late', shape: square },
  near: { tone: 'marigold', word: 'Near', shape: triangle },
  target: { tone: 'marigold', word: 'Target', shape: openDiamond },
  owed: { tone: 'pine', word: 'Owed', shape: openDiamond },
  met: { tone: 'moss', word: 'Met', shape: diamond },
  exempt: { tone: 'stone', word: 'Exempt', shape: dash },
  waiting: { tone: 'stone', word: 'Waiting on others', shape: half },
  'contact-made': { tone: 'pine', word: 'Contact made', shape: disc },
  'contact-attempted': { tone: 'pine', word: 'Contact attempted', shape: ring },
  'near-miss': { tone: 'stone', word: 'Not enough', shape: half },
} as const satisfies Record<Status, Look>;

export interface StatusMarkProps {
  readonly status: Status;
  /** Other words than the usual ones. */
  readonly words?: string | undefined;
  /** The shape alone, where the words stand beside it already; the words stay for a screen reader. */
  readonly shapeOnly?: boolean;
}

/** How something stands, as a shape, a word and a colour. */
export function StatusMark({ status, words, shapeOnly = false }: StatusMarkProps) {
  const look = LOOKS[status];
  return (
    <span className={classes(styles.mark, styles[look.tone])}>
      <svg className={styles.shape} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {look.shape}
      </svg>
      <span className={shapeOnly ? 'kf-unseen' : undefined}>{words ?? look.word}</span>
    </span>
  );
}
