import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

export interface CardProps {
  readonly title: string;
  /** Beside the title: a count, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the chart on its own ground, under its heading. */
export function Card({ title, aside, children }: CardProps) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <header className={styles.header}>
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
