import styles from './key-hint.module.css';

/** The key that does something, drawn as a key. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
