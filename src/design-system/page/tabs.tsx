import { useEffect, useRef } from 'react';
import styles from './tabs.module.css';

export interface TabLink {
  readonly label: string;
  readonly href: string;
  readonly count?: number | undefined;
}

export interface TabsProps {
  /** What the tabs are of, for a screen reader: "Luz's chart". */
  readonly label: string;
  readonly tabs: readonly TabLink[];
  /** The `href` of the tab shown. */
  readonly current: string;
}

/** Where the tabs may not all fit beside each other. */
const NARROW = '(max-width: 1023px)';

/** Parts of one record, each at its own address: links, so that back, bookmarks and new windows work. */
export function Tabs({ label, tabs, current }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  // On a narrow screen the open one may stand beyond the edge. Looking costs a layout, and where all fit there is no need.
  useEffect(() => {
    if (!window.matchMedia(NARROW).matches) return;
    const open = row.current?.querySelector(`a[href="${CSS.escape(current)}"]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav className={styles.tabs} aria-label={label} ref={row}>
      <ul className={styles.list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a className={styles.tab} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className={styles.count}> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
