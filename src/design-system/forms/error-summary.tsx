import { useEffect, useRef } from 'react';
import styles from './forms.module.css';

export interface ErrorSummaryProps {
  readonly errors: readonly { readonly fieldId: string; readonly message: string }[];
  /** Changes with every attempt to save, so that the summary is read out again. */
  readonly attempt: number;
}

/** All that is wrong with a form, at its head, each line leading to its field. Takes focus after an attempt to save. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = errors.length > 0;
  useEffect(() => {
    if (attempt > 0 && wrong) box.current?.focus();
  }, [attempt, wrong]);
  if (!wrong) return null;
  return (
    <div className={styles.summary} ref={box} tabIndex={-1} role="alert">
      <p className={styles.summaryTitle}>
        {errors.length === 1 ? 'One thing to mend' : `${errors.length} things to mend`}
      </p>
      <ul className={styles.summaryList}>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`} onClick={(event) => focusField(event, error.fieldId)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(event: React.MouseEvent, fieldId: string) {
  event.preventDefault();
  document.getElementById(fieldId)?.focus();
}
