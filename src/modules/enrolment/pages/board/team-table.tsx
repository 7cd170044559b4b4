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

const inTeam = ({ mine }: CareManager, href: string) => (mine ? href : null);
const quiet = (days: number) => `/app/youth?whose=team&quiet=${days}`;

/** A count that leads to its list. A zero leads nowhere, nor does what stands on another supervisor's list. */
function Count({
  count,
  href,
  late = false,
}: {
  readonly count: number;
  readonly href: string | null;
  readonly late?: boolean;
}) {
  if (count === 0) return <span className={parts.small}>0</span>;
  if (href === null) return <span className={late ? parts.late : undefined}>{count}</span>;
  return (
    <a className={late ? parts.late : undefined} href={href}>
      {count}
    </a>
  );
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
      cell: (row) => <Count count={row.late} href={inTeam(row, '/app?whose=team')} late />,
      sortBy: (row) => row.late,
      align: 'end',
    },
    {
      key: 'soon',
      head: columns.soon,
      cell: (row) => <Count count={row.soon} href={inTeam(row, '/app?whose=team')} />,
      sortBy: (row) => row.soon,
      align: 'end',
    },
    {
      key: 'quiet14',
      head: columns.quiet14,
      cell: (row) => <Count count={row.quiet14} href={inTeam(row, quiet(14))} />,
      sortBy: (row) => row.quiet14,
      align: 'end',
    },
    {
      key: 'quiet30',
      head: columns.quiet30,
      cell: (row) => <Count count={row.quiet30} href={inTeam(row, quiet(30))} late />,
      sortBy: (row) => row.quiet30,
      align: 'end',
    },
  ];
  if (!mayMove) return shown;
  const move: Column<CareManager> = {
    key: 'move',
    head: columns.move,
    phone: 'bare',
    cell: (row) =>
      row.charts === 0 ? null : (
        <a href={`/app/caseload/move?from=${row.seat}`} aria-label={BOARD.moveAllOf(row.name)}>
          {BOARD.moveAll}
        </a>
      ),
  };
  return [...shown, move];
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
      <DataTable
        caption={title}
        columns={columnsOf(ratio, mayMove)}
        rows={team.careManagers}
        rowKey={(row) => row.seat}
        empty={null}
      />
    </section>
  );
}
