import type { ApiError } from '#web/staff/data/api-error.ts';
import { failureWords } from '#web/staff/data/failure-words.ts';
import styles from './parts.module.css';
import { REFUSALS } from './words.ts';

/** Why a write did not go through, beside the button that asked for it. */
export function WriteFailed({ error }: { readonly error: ApiError | null }) {
  if (error === null) return null;
  return (
    <p className={styles.failed} role="alert">
      {failureWords(error, REFUSALS)}
    </p>
  );
}
