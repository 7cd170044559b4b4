import { KeyHint } from '#design-system/page/key-hint.tsx';
import styles from './nav.module.css';
import type { NavItem } from './nav-item.ts';

export interface NavProps {
  readonly items: readonly NavItem[];
  readonly current: NavItem | undefined;
}

/** The parts of the application this seat may use, each with what waits there. */
export function NavList({ items, current }: NavProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.href}>
          <a className={styles.item} href={item.href} aria-current={item === current ? 'page' : undefined}>
            <span>{item.label}</span>
            {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The keys worth knowing, where a newcomer will see them; each is a button too. */
export function NavKeys({
  onSearch,
  onNote,
  onKeys,
}: {
  onSearch: () => void;
  /** Left out for a seat that writes no notes. */
  onNote?: (() => void) | undefined;
  onKeys: () => void;
}) {
  return (
    <p className={styles.keys}>
      <button type="button" onClick={onSearch}>
        <KeyHint keys="/" /> Search
      </button>
      {onNote ? (
        <button type="button" onClick={onNote}>
          <KeyHint keys="n" /> New note
        </button>
      ) : null}
      <button type="button" onClick={onKeys}>
        <KeyHint keys="?" /> Keys
      </button>
    </p>
  );
}
