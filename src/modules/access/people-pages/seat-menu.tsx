import { Button, Menu } from '@mantine/core';
import { useRef } from 'react';
import { coversCharts } from '../people/who-covers.ts';
import type { Asked } from './asked.ts';
import { sayDay } from './say-when.ts';
import type { SeatLine } from './seat-lines.ts';
import { MENU } from './words.ts';

export interface SeatMenuProps {
  readonly line: SeatLine;
  readonly today: string;
  readonly mayChange: boolean;
  readonly mayCover: boolean;
  readonly mayEndSessions: boolean;
  readonly ask: (asked: Asked) => void;
}

/** What can be done about a seat and its person. */
export function SeatMenu({ line, today, mayChange, mayCover, mayEndSessions, ask }: SeatMenuProps) {
  const { person, seat } = line;
  const button = useRef<HTMLButtonElement>(null);
  // A dialog gives the focus back to where it was: that is the menu's button, not an item of a menu that is gone.
  const open = (asked: Asked) => {
    button.current?.focus();
    ask(asked);
  };
  const over = seat.to !== null && seat.to < today;
  const item = (what: Exclude<Asked['what'], 'invite' | 'endAbsence'>, label: string, danger = false) => (
    <Menu.Item key={what} {...(danger ? { color: 'brick' } : {})} onClick={() => open({ what, line })}>
      {label}
    </Menu.Item>
  );
  const onSeat = [
    mayChange && !over ? item('capacity', MENU.capacity) : null,
    mayChange && !over ? item('supervisor', MENU.supervisor) : null,
    mayCover && !over && coversCharts(seat.capacity) ? item('absence', MENU.absence) : null,
    ...(mayCover ? seat.absences : []).map(({ id, from, to }) => (
      <Menu.Item key={id} onClick={() => open({ what: 'endAbsence', line, absence: id })}>
        {MENU.endAbsence(sayDay(from), sayDay(to))}
      </Menu.Item>
    )),
    mayChange && !over ? item('end', MENU.end, true) : null,
  ].filter((one) => one !== null);
  const onPerson = [
    mayChange ? item('seat', MENU.seat) : null,
    mayChange ? item('link', MENU.link) : null,
    mayEndSessions ? item('sessions', MENU.sessions) : null,
    mayChange ? item('standing', person.disabled ? MENU.letIn : MENU.shutOut, !person.disabled) : null,
  ].filter((one) => one !== null);
  if (onSeat.length + onPerson.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button ref={button} variant="default" size="xs" aria-label={MENU.label(person.name)}>
          {MENU.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onSeat}
        {onSeat.length > 0 && onPerson.length > 0 ? <Menu.Divider /> : null}
        {onPerson}
      </Menu.Dropdown>
    </Menu>
  );
}
