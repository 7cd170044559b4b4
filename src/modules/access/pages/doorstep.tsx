import type { ReactNode } from 'react';
import styles from './doorstep.module.css';

export interface DoorstepProps {
  readonly title: string;
  /** Of title and content, where it is not the page's. */
  readonly language?: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** The frame of the pages before signing in: the name, one card, one thing to do. */
export function Doorstep({ title, language, children, foot }: DoorstepProps) {
  return (
    <div className={styles.page}>
      <p className={styles.name}>Kinfold</p>
      <div className={styles.card} lang={language}>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      {foot ? <p className={styles.foot}>{foot}</p> : null}
    </div>
  );
}

/** What went wrong, said at once. */
export function Problem({ words }: { readonly words: string | null }) {
  return (
    <div role="alert" aria-atomic="true">
      {words === null ? null : <p className={styles.problem}>{words}</p>}
    </div>
  );
}
