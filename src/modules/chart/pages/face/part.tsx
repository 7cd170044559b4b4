import type { ReactNode } from 'react';
import styles from './face.module.css';

/** One part of the sheet under its heading, kept together on paper. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
