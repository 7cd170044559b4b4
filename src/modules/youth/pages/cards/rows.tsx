import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './cards.module.css';

export interface RowAction {
  /** The verb on the button. */
  readonly label: string;
  /** What it is done to, for whoever hears the button alone. */
  readonly about: string;
  readonly run: () => void;
}

interface RowProps {
  readonly main: ReactNode;
  readonly more: readonly ReactNode[];
  readonly actions: readonly RowAction[];
}

/** One thing that is known, what belongs to it, and what can be done with it. */
export function Row({ main, more, actions }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.main}>{main}</p>
        {more.map((line, at) => (
          // The lines of one row have no names of their own and never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p className={styles.more} key={at}>
            {line}
          </p>
        ))}
      </div>
      {actions.length === 0 ? null : (
        <div className={styles.buttons}>
          {actions.map(({ label, about, run }) => (
            <Button key={label} variant="default" size="xs" onClick={run} aria-label={`${label}: ${about}`}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Rows under each other, or the sentence that says there are none. */
export function Rows({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  return children.length === 0 ? <p className={styles.more}>{none}</p> : <ul className={styles.rows}>{children}</ul>;
}

/** A button beside a card's title. */
export function AddButton({ label, run }: { readonly label: string; readonly run: (() => void) | null }) {
  return run ? (
    <Button variant="default" size="xs" onClick={run}>
      {label}
    </Button>
  ) : null;
}
