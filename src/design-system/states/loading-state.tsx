import styles from './states.module.css';

export interface LoadingStateProps {
  /** What is coming: "Loading the worklist". */
  readonly label: string;
  readonly rows?: number;
}

/** The outline of what is coming, so that nothing jumps when it does. */
export function LoadingState({ label, rows = 4 }: LoadingStateProps) {
  return (
    <div role="status" className={styles.loading}>
      <span className="kf-unseen">{label}</span>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className={styles.outline} />
      ))}
    </div>
  );
}
