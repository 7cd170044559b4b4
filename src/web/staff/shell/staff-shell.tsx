import { Drawer } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { classes } from '#design-system/class-names.ts';
import { useDrawnLate } from '#design-system/forms/late-modal.tsx';
import { Banner } from '#design-system/page/banner.tsx';
import { firstPage } from '../routing/first-page.ts';
import { HOME } from '../routing/home.ts';
import type { StaffSession } from '../session/session.ts';
import { FootBar } from './foot-bar.tsx';
import { NavKeys, NavList } from './nav.tsx';
import { currentItem, type NavItem } from './nav-item.ts';
import { SeatSwitcher } from './seat-switcher.tsx';
import styles from './staff-shell.module.css';

export interface StaffShellProps {
  readonly session: StaffSession;
  readonly items: readonly NavItem[];
  /** The address shown. */
  readonly path: string;
  readonly offline: boolean;
  /** What is written without a connection outlives the page. */
  readonly keptHere: boolean;
  readonly onSearch: () => void;
  /** Left out for a seat that writes no notes. */
  readonly onNote?: (() => void) | undefined;
  readonly onKeys: () => void;
  readonly onSeat: (seatId: string) => void;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

function Banners({ session, offline, keptHere }: Pick<StaffShellProps, 'session' | 'offline' | 'keptHere'>) {
  return (
    <div className={classes(styles.banners, 'kf-screen-only')}>
      {session.demonstration ? <Banner tone="pine">Demonstration. Everybody here is invented.</Banner> : null}
      {offline ? (
        <Banner tone="marigold" live>
          No connection. What you write is kept on this {keptHere ? 'computer, locked,' : 'page'} and sent when it is
          back.
        </Banner>
      ) : null}
    </div>
  );
}

/** The frame around every staff page: navigation at the side, on small screens at the top and the foot. */
export function StaffShell(props: StaffShellProps) {
  const { items, path, session, onSeat, onLock, onSignOut, children } = props;
  const [menu, setMenu] = useState(false);
  const drawer = useDrawnLate(menu);
  const current = currentItem(items, path);
  const inside = (
    <>
      <NavList items={items} current={current} />
      <div className={styles.foot}>
        <NavKeys onSearch={props.onSearch} onNote={props.onNote} onKeys={props.onKeys} />
        <SeatSwitcher {...{ session, onSeat, onLock, onSignOut }} />
      </div>
    </>
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <nav className={styles.side} aria-label="Kinfold">
        <a className={styles.name} href={HOME}>
          Kinfold
        </a>
        {inside}
      </nav>
      <nav className={styles.top} aria-label="Menu and search">
        <button type="button" className={styles.icon} aria-label="Menu" onClick={() => setMenu(true)}>
          <IconMenu2 size={22} aria-hidden />
        </button>
        <a className={styles.name} href={HOME}>
          Kinfold
        </a>
        <button type="button" className={styles.icon} aria-label="Search" onClick={props.onSearch}>
          <IconSearch size={22} aria-hidden />
        </button>
      </nav>
      {drawer.drawn ? (
        <Drawer
          opened={drawer.opened}
          onClose={() => setMenu(false)}
          size={280}
          title="Kinfold"
          classNames={{ title: styles.name, content: styles.ground, header: styles.ground }}
        >
          <nav className={styles.drawer} aria-label="Kinfold" onClickCapture={(event) => closeOnLink(event, setMenu)}>
            {inside}
          </nav>
        </Drawer>
      ) : null}
      <main className={styles.main} id="main" tabIndex={-1}>
        <Banners {...props} />
        {children}
      </main>
      <FootBar items={items} current={current} begins={firstPage(session.seat.code)} />
    </div>
  );
}

function closeOnLink(event: React.MouseEvent, setMenu: (open: boolean) => void) {
  if (event.target instanceof Element && event.target.closest('a')) setMenu(false);
}
