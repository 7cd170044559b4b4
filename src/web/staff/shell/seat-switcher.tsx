import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { memo } from 'react';
import { LIGHT_CHOICES } from '#design-system/theme/theme-switch.tsx';
import type { StaffSession } from '../session/session.ts';
import styles from './seat-switcher.module.css';

export interface SeatSwitcherProps {
  readonly session: StaffSession;
  readonly onSeat: (seatId: string) => void;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
}

const taken = (yes: boolean) => (yes ? <IconCheck size={16} aria-label="chosen" /> : null);

function LightItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return LIGHT_CHOICES.map((choice) => (
    <Menu.Item
      key={choice.value}
      closeMenuOnClick={false}
      onClick={() => setColorScheme(choice.value)}
      rightSection={taken(colorScheme === choice.value)}
    >
      {choice.label}
    </Menu.Item>
  ));
}

/** Who is here and in which seat; the way to another seat, to light or dark, to locking and to signing out. */
export const SeatSwitcher = memo(function SeatSwitcher({ session, onSeat, onLock, onSignOut }: SeatSwitcherProps) {
  return (
    <Menu position="top-start" width={260} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.seat}>
          <span className={styles.words}>
            <span className="kf-unseen">Your seat: </span>
            <span className={styles.capacity}>{session.seat.capacity}</span>
            <span className={styles.agency}>{session.seat.agency}</span>
          </span>
          <IconSelector size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.person.name}, in the seat of</Menu.Label>
        {session.seats.map((seat) => (
          <Menu.Item
            key={seat.id}
            onClick={() => onSeat(seat.id)}
            aria-current={seat.id === session.seat.id ? 'true' : undefined}
            rightSection={taken(seat.id === session.seat.id)}
          >
            {seat.capacity}
            <span className={styles.agency}>{seat.agency}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <LightItems />
        <Menu.Divider />
        <Menu.Item component="a" href="/app/drafts">
          What you are writing
        </Menu.Item>
        <Menu.Item component="a" href="/app/account">
          My account
        </Menu.Item>
        <Menu.Item onClick={onLock}>Lock the screen</Menu.Item>
        <Menu.Item onClick={onSignOut}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
