import { classes } from '#design-system/class-names.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** What is being done: "Importing referrals". */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'finished' | 'failed';
  /** What came of it, or what stopped it: "993 imported, 7 to mend". */
  readonly note?: string | undefined;
}

const WORDS = { running: 'You can leave this page; it goes on.', finished: 'Finished.', failed: 'Stopped.' } as const;

/** How far a long piece of work is, in a bar and in numbers. */
export function ProgressBar({ label, done, total, state, note }: ProgressBarProps) {
  const percent = total === 0 ? 100 : Math.round((done / total) * 100);
  return (
    <div className={styles.progress}>
      <p className={styles.line}>
        <strong>{label}</strong>
        <span className="kf-figures">
          {done.toLocaleString()} of {total.toLocaleString()}
        </span>
      </p>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className={classes(styles.fill, styles[state])} style={{ width: `${percent}%` }} />
      </div>
      <p className={styles.note} role="status">
        {state === 'running' ? WORDS.running : `${WORDS[state]} ${note ?? ''}`}
      </p>
    </div>
  );
}
