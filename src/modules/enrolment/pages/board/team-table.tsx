import { useId } from 'react';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { LoadBar } from '#design-system/pictures/load-bar.tsx';
import parts from '../parts.module.css';
import { BOARD } from '../words.ts';
import type { CareManager, Caseloads, Team } from './teams.ts';

export interface TeamTableProps {
  readonly team: Team;
  readonly ratio: Caseloads['ratio'];
  readonly mayMove: boolean;
}

/** How many of one care manager's. It leads nowhere: no list is of one person alone, and another's would say less or more. */
function Count({ count, late = false }: { readonly count: number | null; readonly late?: boolean }) {
  if (count === null) return <span className={parts.small}>–</span>;
  if (count === 0) return <span className={parts.small}>0</span>;
  return <span className={late ? parts.late : undefined}>{count}</span>;
}

function columnsOf({ families, clause }: Caseloads['ratio'], mayMove: boolean): readonly Column<CareManager>[] {
  const { columns } = BOARD;
  const shown: Column<CareManager>[] = [
    {
      key: 'load',
      head: columns.load,
      cell: (row) => (
        <div className={parts.load}>
          <LoadBar name={row.name} carrying={row.charts} ratio={families} />
          {row.overRatio ? <Chip tone="marigold">{BOARD.over(clause?.cite ?? null)}</Chip> : null}
          {row.coveredBy ? <Chip tone="sky">{BOARD.coveredBy(row.coveredBy)}</Chip> : null}
        </div>
      ),
      sortBy: (row) => row.charts,
    },
    {
      key: 'late',
      head: columns.late,
      cell: (row) => <Count count={row.late} late />,
      sortBy: (row) => row.late ?? -1,
      align: 'end',
    },
    {
      key: 'soon',
      head: columns.soon,
      cell: (row) => <Count count={row.soon} />,
      sortBy: (row) => row.soon ?? -1,
      align: 'end',
    },
    {
      key: 'quiet14',
      head: columns.quiet14,
      cell: (row) => <Count count={row.quiet14} />,
      sortBy: (row) => row.quiet14 ?? -1,
      align: 'end',
    },
    {
      key: 'quiet30',
      head: columns.quiet30,
      cell: (row) => <Count count={row.quiet30} late />,
      sortBy: (row) => row.quiet30 ?? -1,
      align: 'end',
    },
  ];
  if (!mayMove) return shown;
  const move: Column<CareManager> = {
    key: 'move',
    head: columns.move,
    phone: 'bare',
    cell: (row) =>
      row.charts === 0 || row.late === null ? null : (
        <a href={`/app/caseload/move?from=${row.seat}`} aria-label={BOARD.moveAllOf(row.name)}>
          {BOARD.moveAll}
        </a>
      ),
  };
  return [...shown, move];
}

/** What one's own team has together: each count leads to the list that shows just these. */
function Together({ team }: { readonly team: Team }) {
  const sum = (of: (one: CareManager) => number | null) =>
    team.careManagers.reduce((all, one) => all + (of(one) ?? 0), 0);
  const lists = [
    { count: sum(({ late }) => late), says: BOARD.late, href: '/app?whose=team&time=late' },
    { count: sum(({ quiet14 }) => quiet14), says: BOARD.quiet14, href: '/app/youth?whose=team&quiet=14' },
    { count: sum(({ quiet30 }) => quiet30), says: BOARD.quiet30, href: '/app/youth?whose=team&quiet=30' },
  ].filter(({ count }) => count > 0);
  if (lists.length === 0) return null;
  return (
    <p className={parts.together}>
      {lists.map(({ count, says, href }) => (
        <a key={href} href={href}>
          {says(count)}
        </a>
      ))}
    </p>
  );
}

/** One supervisor's care managers with their loads. */
export function TeamTable({ team, ratio, mayMove }: TeamTableProps) {
  const heading = useId();
  const title = team.supervisor ? BOARD.teamOf(team.supervisor) : BOARD.noSupervisor;
  const over = team.careManagers.some(({ supervisorOver }) => supervisorOver);
  return (
    <section aria-labelledby={heading}>
      <h2 className={parts.team} id={heading}>
        {title}
        {team.supervisor && ratio.careManagers > 0 ? (
          <Chip tone={over ? 'marigold' : 'stone'} strong={over}>
            {BOARD.carries(team.careManagers.length, ratio.careManagers)}
          </Chip>
        ) : null}
      </h2>
      {team.careManagers.every(({ mine }) => mine) ? <Together team={team} /> : null}
      <DataTable
        caption={title}
        columns={columnsOf(ratio, mayMove)}
        rows={team.careManagers}
        rowKey={(row) => row.seat}
        empty={null}
      />
      {team.careManagers.some(({ late }) => late === null) ? <p className={parts.small}>{BOARD.notSeen}</p> : null}
    </section>
  );
}
