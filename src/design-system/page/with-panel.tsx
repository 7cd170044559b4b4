import type { ReactNode } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './with-panel.module.css';

export interface WithPanelProps {
  readonly children: ReactNode;
  /** A `WhyPanel` or nothing. */
  readonly panel?: ReactNode;
}

/** A page's content with room for a panel: beside it from 1200 px, a sheet from the foot below that. */
export function WithPanel({ children, panel }: WithPanelProps) {
  return (
    <div className={classes(styles.frame, panel ? styles.open : null)}>
      <div className={styles.page}>{children}</div>
      {panel}
    </div>
  );
}
