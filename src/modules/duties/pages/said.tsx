import { Button } from '@mantine/core';
import styles from './forms.module.css';

/** What a write did, and perhaps the way to take it back. */
export interface SaidWords {
  readonly words: string;
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Says calmly what a write did; read out when it changes. */
export function Said({ said }: { readonly said: SaidWords | null }) {
  return (
    <div role="status" aria-live="polite">
      {said === null ? null : (
        <p className={styles.said}>
          <span>{said.words}</span>
          {said.undo ? (
            <Button size="xs" variant="default" onClick={said.undo.run}>
              {said.undo.label}
            </Button>
          ) : null}
        </p>
      )}
    </div>
  );
}
