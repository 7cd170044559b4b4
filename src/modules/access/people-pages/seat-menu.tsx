import { Button, Menu } from '@mantine/core';
import { coversCharts } from '../people/who-covers.ts';
import type { Asked } from './asked.ts';
import type { SeatLine } from './seat-lines.ts';
import { sayDay } from './today-here.ts';
import { MENU } from './words.ts';

export interface SeatMenuProps {
  readonly line: SeatLine;
  readonly today: string;
  readonly mayChange: boolean;
  readonly mayCover: boolean;
  readonly ask: (asked: Asked) => void;
}

/** What can be done about a seat and its person. */
export function SeatMenu({ line, today, mayChange, mayCover, ask }: SeatMenuProps) {
  const { person, seat } = line;
  const over = seat.to !== null && seat.to < today;
  const item = (what: Exclude<Asked['what'], 'invite' | 'endAbsence'>, label: string, danger = false) => (
    <Menu.Item key={what} {...(danger ? { color: 'brick' } : {})} onClick={() => ask({ what, line })}>
      {label}
    </Menu.Item>
  );
  const onSeat = [
    mayChange && !over ? item('capacity', MENU.capacity) : null,
    mayChange && !over ? item('supervisor', MENU.supervisor) : null,
    mayCover && !over && coversCharts(seat.capacity) ? item('absence', MENU.absence) : null,
    ...(mayCover ? seat.absences : []).map(({ id, from, to }) => (
      <Menu.Item key={id} onClick={() => ask({ what: 'endAbsence', line, absence: id })}>
        {MENU.endAbsence(sayDay(from), sayDay(to))}
      </Menu.Item>
    )),
    mayChange && !over ? item('end', MENU.end, true) : null,
  ].filter((one) => one !== null);
  const onPerson = mayChange
    ? [
        item('seat', MENU.seat),
        item('link', MENU.link),
        item('sessions', MENU.sessions),
        item('standing', person.disabled ? MENU.letIn : MENU.shutOut, !person.disabled),
      ]
    : [];
  if (onSeat.length + onPerson.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="xs" aria-label={MENU.label(person.name)}>
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
