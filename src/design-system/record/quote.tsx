import type { ReactNode } from 'react';
import styles from './quote.module.css';

export interface QuoteProps {
  /** The words as they were said, in the language they were said in. */
  readonly words: string;
  /** The language of the words, "es". */
  readonly lang: string;
  /** Who and when: "Rosa, 20 October, in Spanish". */
  readonly said: string;
  /** Leads to or shows the words in another language. */
  readonly other?: ReactNode;
}

/** A youth's or a caregiver's own words, set apart as theirs. */
export function Quote({ words, lang, said, other }: QuoteProps) {
  return (
    <figure className={styles.quote}>
      <blockquote className={styles.words} lang={lang}>
        “{words}”
      </blockquote>
      <figcaption className={styles.said}>
        {said}
        {other ? <> · {other}</> : null}
      </figcaption>
    </figure>
  );
}
