import { classes } from '#design-system/class-names.ts';
import styles from './load-bar.module.css';
import { loadWords } from './load-words.ts';

export interface LoadBarProps {
  readonly name: string;
  readonly carrying: number;
  /** The ratio: how many one care manager is meant to carry. */
  readonly ratio: number;
}

/** How many youth someone carries against the ratio: a bar, the number and words. */
export function LoadBar({ name, carrying, ratio }: LoadBarProps) {
  // The bar leaves room beyond the ratio, so that "over" can be seen as well as read.
  const scale = Math.max(ratio * 1.25, carrying);
  const over = carrying > ratio;
  return (
    <div className={styles.load}>
      <span className={styles.name}>{name}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={classes(styles.fill, over && styles.over)} style={{ width: `${(carrying / scale) * 100}%` }} />
        <span className={styles.ratio} style={{ insetInlineStart: `${(ratio / scale) * 100}%` }} />
      </span>
      <span className={styles.words}>
        <strong>{carrying}</strong> of {ratio} · {loadWords(carrying, ratio)}
      </span>
    </div>
  );
}
