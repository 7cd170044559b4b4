import type { ReactNode } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './banner.module.css';

export interface BannerProps {
  readonly tone: 'pine' | 'marigold' | 'brick';
  /** Read out when it appears. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

/** A line across the top that holds for the whole screen: demonstration data, no connection. */
export function Banner({ tone, live = false, children }: BannerProps) {
  return (
    <div className={classes(styles.banner, styles[tone])} role={live ? 'status' : undefined}>
      {children}
    </div>
  );
}
