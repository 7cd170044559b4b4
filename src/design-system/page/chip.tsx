import type { ReactNode } from 'react';
import { classes } from '#design-system/class-names.ts';
import type { Tone } from '#design-system/tone.ts';
import styles from './chip.module.css';

export interface ChipProps {
  readonly tone?: Tone;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** A short label on a wash of its colour. The word carries the meaning; the colour repeats it. */
export function Chip({ tone = 'stone', strong = true, children }: ChipProps) {
  return <span className={classes(styles.chip, styles[tone], strong && styles.strong)}>{children}</span>;
}
