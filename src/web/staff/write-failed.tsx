import type { ApiError } from './data/api-error.ts';
import { failureWords } from './data/failure-words.ts';
import styles from './write-failed.module.css';

interface WriteFailedProps {
  readonly error: ApiError | null;
  /** Refusals of this write in words, by code. */
  readonly refusals?: Readonly<Record<string, string>>;
}

/** Why a write did not go through, beside the button that asked for it; nothing while nothing failed. */
export function WriteFailed({ error, refusals = {} }: WriteFailedProps) {
  if (error === null) return null;
  return (
    <p className={styles.failed} role="alert">
      {failureWords(error, refusals)}
    </p>
  );
}
