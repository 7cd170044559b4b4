import { Fragment } from 'react';
import styles from './people.module.css';

/** A mail address whose line may break after its @, where that is not enough before its dots, and nowhere within a word. */
export function MailAddress({ address }: { readonly address: string }) {
  return address.split(/(?<=@)/).map((half) => (
    <span key={half} className={styles.half}>
      {[...half.matchAll(/\.*[^.]+|\.+/g)].map(({ 0: word, index }) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {word}
        </Fragment>
      ))}
    </span>
  ));
}
