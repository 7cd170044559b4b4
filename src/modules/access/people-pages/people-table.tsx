import type { ReactNode } from 'react';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import type { PagingProps } from '#design-system/lists/paging.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { CAPACITY_LABEL } from '../model.ts';
import type { Asked } from './asked.ts';
import { MailAddress } from './mail-address.tsx';
import styles from './people.module.css';
import { sayDay, sayInstant } from './say-when.ts';
import { awayOn, type SeatLine, standingOf } from './seat-lines.ts';
import { SeatMenu } from './seat-menu.tsx';
import { PEOPLE } from './words.ts';

const TONES = {
  here: 'pine',
  later: 'sky',
  ended: 'stone',
  shutOut: 'brick',
  invited: 'marigold',
  away: 'plum',
} as const;

export interface PeopleTableProps {
  readonly lines: readonly SeatLine[];
  /** Whose seat an id is, for supervisors and cover. */
  readonly nameOfSeat: (seat: string) => string;
  /** The names of those a seat supervises today. */
  readonly supervisedBy: (seat: string) => readonly string[];
  readonly today: string;
  readonly mayChange: boolean;
  readonly mayCover: boolean;
  readonly mayEndSessions: boolean;
  readonly ask: (asked: Asked) => void;
  readonly paging: PagingProps | undefined;
  readonly caption: string;
  readonly empty: ReactNode;
}

/** One line a seat, by the names of those who hold them. */
export function PeopleTable(props: PeopleTableProps) {
  const { lines, caption, paging, empty } = props;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ seat }) => seat.id}
      columns={columnsFor(props)}
      paging={paging}
      empty={empty}
    />
  );
}

function columnsFor(props: PeopleTableProps): readonly Column<SeatLine>[] {
  const { nameOfSeat, supervisedBy, today, mayChange, mayCover, mayEndSessions, ask } = props;
  const columns: Column<SeatLine>[] = [
    {
      key: 'person',
      head: PEOPLE.columns.person,
      cell: ({ person }) => (
        <span className={styles.person}>
          <strong>{person.name}</strong>
          {person.email ? (
            <span className={styles.small}>
              <MailAddress address={person.email} />
            </span>
          ) : null}
        </span>
      ),
      sortBy: ({ person }) => person.name.toLowerCase(),
    },
    {
      key: 'capacity',
      head: PEOPLE.columns.capacity,
      cell: ({ seat }) => (
        <span className={styles.person}>
          {CAPACITY_LABEL[seat.capacity]}
          {seat.title ? <span className={styles.small}>{seat.title}</span> : null}
          <Supervises names={supervisedBy(seat.id)} />
        </span>
      ),
      sortBy: ({ seat }) => CAPACITY_LABEL[seat.capacity],
    },
    {
      key: 'supervisor',
      head: PEOPLE.columns.supervisor,
      cell: ({ seat }) =>
        seat.supervisor ? nameOfSeat(seat.supervisor) : <span className={styles.small}>{PEOPLE.nobody}</span>,
      sortBy: ({ seat }) => (seat.supervisor ? nameOfSeat(seat.supervisor) : ''),
    },
    {
      key: 'since',
      head: PEOPLE.columns.since,
      cell: ({ seat }) => <Days from={seat.from} to={seat.to} today={today} />,
      sortBy: ({ seat }) => seat.from,
    },
    {
      key: 'standing',
      head: PEOPLE.columns.standing,
      phone: 'bare',
      cell: (line) => <Standing line={line} today={today} nameOfSeat={nameOfSeat} />,
      sortBy: (line) => standingOf(line, today),
    },
  ];
  if (!mayChange && !mayCover && !mayEndSessions) return columns;
  const menu = (line: SeatLine) => <SeatMenu {...{ line, today, mayChange, mayCover, mayEndSessions, ask }} />;
  return [...columns, { key: 'change', head: PEOPLE.columns.change, cell: menu, phone: 'bare' }];
}

/** Whose work a seat answers for; nothing for most. */
function Supervises({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return <span className={styles.team}>{PEOPLE.supervises(names)}</span>;
}

function Days({ from, to, today }: { readonly from: string; readonly to: string | null; readonly today: string }) {
  return (
    <span className={styles.person}>
      <span>
        {PEOPLE.from} <time dateTime={from}>{sayDay(from)}</time>
      </span>
      {to ? (
        <span className={styles.small}>
          {to < today ? PEOPLE.ended : PEOPLE.until} <time dateTime={to}>{sayDay(to)}</time>
        </span>
      ) : null}
    </span>
  );
}

interface StandingProps extends Pick<PeopleTableProps, 'today' | 'nameOfSeat'> {
  readonly line: SeatLine;
}

function Standing({ line, today, nameOfSeat }: StandingProps) {
  const standing = standingOf(line, today);
  const { invitedUntil } = line.person;
  const away = awayOn(line, today);
  const planned = line.seat.absences.filter((absence) => absence !== away);
  return (
    <span className={styles.standing}>
      <span>
        <Chip tone={TONES[standing]}>{PEOPLE.standing[standing]}</Chip>
      </span>
      {standing === 'invited' && invitedUntil ? (
        <span className={styles.small}>{PEOPLE.linkUntil(sayInstant(invitedUntil))}</span>
      ) : null}
      {[...(away ? [away] : []), ...planned].map(({ id, from, to, cover }) => (
        <span key={id} className={styles.small}>
          {id === away?.id ? '' : `${PEOPLE.standing.away} `}
          {PEOPLE.awayWords(sayDay(from), sayDay(to), nameOfSeat(cover))}
        </span>
      ))}
    </span>
  );
}
