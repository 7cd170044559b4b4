import type { ComponentProps } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './row-button.module.css';

interface Look {
  /** Without a border: what is seldom done. */
  readonly quiet?: boolean;
  /** In line with the words it stands under. */
  readonly flush?: boolean;
}

/** A small button of a row. Lists have a hundred of them, and the library's own costs a hundred times its price. */
export function RowButton({ quiet = false, flush = false, ...button }: ComponentProps<'button'> & Look) {
  return (
    <button
      type="button"
      {...button}
      className={classes(styles.button, quiet && styles.quiet, flush && styles.flush)}
    />
  );
}

/** The same look where it leads to a page. */
export function RowLink({ children, ...link }: ComponentProps<'a'> & { readonly href: string }) {
  return (
    <a {...link} className={styles.button}>
      {children}
    </a>
  );
}
