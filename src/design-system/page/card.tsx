import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

export interface CardProps {
  readonly title: string;
  /** Beside the title: a count, a chip. */
  readonly aside?: ReactNode;
  /** One line under the title. */
  readonly hint?: ReactNode;
  /** Where a link to this part of the page leads. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Card({ title, aside, hint, id, children }: CardProps) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading} id={id}>
      <header className={styles.head}>
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </header>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </section>
  );
}
