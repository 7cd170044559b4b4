import { Button, Menu } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RowButton } from '#design-system/lists/row-button.tsx';
import styles from './cards.module.css';

export interface RowAction {
  /** The verb on the button. */
  readonly label: string;
  /** What it is done to, for whoever hears the button alone. */
  readonly about: string;
  readonly run: () => void;
  /** Done once in a row's life, if at all: in the row's menu rather than in plain sight. */
  readonly seldom?: true;
}

interface RowProps {
  readonly main: ReactNode;
  readonly more: readonly ReactNode[];
  readonly actions: readonly RowAction[];
}

/** One thing that is known, what belongs to it, and what can be done with it. */
export function Row({ main, more, actions }: RowProps) {
  const often = actions.filter(({ seldom }) => !seldom);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.main}>{main}</p>
        {more.map((line, at) => (
          // The lines of one row have no names of their own and never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p className={styles.more} key={at}>
            {line}
          </p>
        ))}
      </div>
      {actions.length === 0 ? null : (
        <div className={styles.buttons}>
          {often.map(({ label, about, run }) => (
            <RowButton key={label} onClick={run} aria-label={`${label}: ${about}`}>
              {label}
            </RowButton>
          ))}
          <RowMenu actions={actions.filter(({ seldom }) => seldom)} />
        </div>
      )}
    </li>
  );
}

const DOTS = <span aria-hidden>⋯</span>;

/** What is seldom done with a row, behind one quiet button. The menu is drawn when somebody asks for it. */
function RowMenu({ actions }: Pick<RowProps, 'actions'>) {
  const [asked, setAsked] = useState(false);
  const [first] = actions;
  if (!first) return null;
  const label = `More: ${first.about}`;
  if (asked) return <OpenedMenu actions={actions} label={label} />;
  return (
    <RowButton quiet aria-label={label} aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)}>
      {DOTS}
    </RowButton>
  );
}

/** Begins opened, with its button in the place of the one that was pressed. */
function OpenedMenu({ actions, label }: Pick<RowProps, 'actions'> & { readonly label: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    // Before it opens, so that closing it gives the focus back here.
    button.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
      <Menu.Target>
        <RowButton ref={button} quiet aria-label={label}>
          {DOTS}
        </RowButton>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, run }) => (
          <Menu.Item
            key={label}
            onClick={() => {
              // A dialog gives the focus back to where it was: that is this button, not an item of a menu that is gone.
              button.current?.focus();
              run();
            }}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Rows under each other, or the sentence that says there are none. */
export function Rows({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  return children.length === 0 ? <p className={styles.more}>{none}</p> : <ul className={styles.rows}>{children}</ul>;
}

/** A button beside a card's title. */
export function AddButton({ label, run }: { readonly label: string; readonly run: (() => void) | null }) {
  return run ? (
    <Button variant="default" size="xs" onClick={run}>
      {label}
    </Button>
  ) : null;
}
