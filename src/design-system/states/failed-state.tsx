import { Button } from '@mantine/core';
import { classes } from '#design-system/class-names.ts';
import styles from './states.module.css';

export interface FailedStateProps {
  /** What could not be done: "The worklist could not be shown". */
  readonly title: string;
  /** What was kept: "The note you were writing is kept as a draft". */
  readonly kept: string;
  /** What to give whoever helps; never holds personal data. */
  readonly reference?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}

/** Something went wrong: what, what was kept, and the way on. */
export function FailedState({ title, kept, reference, onRetry }: FailedStateProps) {
  return (
    <div className={classes(styles.state, styles.failed)} role="alert">
      <p className={styles.title}>{title}</p>
      <p className={styles.words}>{kept}</p>
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
      {reference ? <p className={styles.reference}>If it happens again, give this number: {reference}</p> : null}
    </div>
  );
}
