import { type ReactNode, useEffect } from 'react';
import styles from './doorstep.module.css';
import { DOORSTEP, type Language } from './doorstep-words/doorstep-words.ts';
import { chooseLanguage, useLanguage } from './language.ts';

export interface DoorstepProps {
  readonly title: string;
  /** What whoever this page is for is written to in, unless they choose another here; left out, it is the browser's. */
  readonly usual?: Language | undefined;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** Each language by its own name, as whoever looks for it reads it. */
const NAMES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
];

/** The frame of the pages before signing in: the name, one card, one thing to do, and the same in the other language. */
export function Doorstep({ title, usual, children, foot }: DoorstepProps) {
  const language = useLanguage(usual);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${title} · Kinfold`;
  }, [language, title]);
  // The pages behind the door are in English.
  useEffect(
    () => () => {
      document.documentElement.lang = 'en';
    },
    [],
  );
  return (
    <div className={styles.page}>
      <p className={styles.name}>Kinfold</p>
      <div className={styles.card}>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      {foot ? <p className={styles.foot}>{foot}</p> : null}
      <nav className={styles.languages} aria-label={DOORSTEP[language].languages}>
        {NAMES.filter(([one]) => one !== language).map(([one, name]) => (
          <button key={one} type="button" lang={one} onClick={() => chooseLanguage(one)}>
            {name}
          </button>
        ))}
      </nav>
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
