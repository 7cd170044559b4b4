import { Button } from '@mantine/core';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readCaseloads } from '../../contract.ts';
import parts from '../parts.module.css';
import { BOARD } from '../words.ts';
import { Gap } from './gap.tsx';
import { TeamTable } from './team-table.tsx';
import { type Caseloads, teamsOf } from './teams.ts';

/** Who carries how much against the ratio, what is late, and which youth nobody is accountable for. */
export default function BoardPage() {
  const loads = useRead(readCaseloads, {});
  const mayMove = useMay()('caseload.assign');
  return (
    <WithPanel>
      <PageHeader
        title={BOARD.title}
        summary={loads.data ? summaryOf(loads.data) : undefined}
        actions={
          mayMove ? (
            <Button component="a" href="/app/caseload/move" variant="default">
              {BOARD.move}
            </Button>
          ) : null
        }
      />
      {loads.isPending ? <LoadingState label={BOARD.loading} rows={6} /> : null}
      {loads.isError ? (
        <FailedState title={BOARD.failed} kept={BOARD.kept} onRetry={() => void loads.refetch()} />
      ) : null}
      {loads.data ? <Board loads={loads.data} mayMove={mayMove} /> : null}
    </WithPanel>
  );
}

const summaryOf = ({ careManagers }: Caseloads) =>
  BOARD.summary(
    careManagers.length,
    careManagers.reduce((sum, one) => sum + one.charts, 0),
  );

function Board({ loads, mayMove }: { readonly loads: Caseloads; readonly mayMove: boolean }) {
  const { ratio, careManagers, unassigned } = loads;
  return (
    <div className={parts.stack}>
      <Gap unassigned={unassigned} mayAssign={mayMove} />
      {careManagers.length === 0 ? (
        <EmptyState title={BOARD.empty}>
          <p>{BOARD.emptyWhy}</p>
        </EmptyState>
      ) : null}
      {teamsOf(careManagers).map((team) => (
        <TeamTable key={team.supervisor ?? ''} team={team} ratio={ratio} mayMove={mayMove} />
      ))}
      <p className={parts.small}>
        {BOARD.ratio(ratio.families)}
        {ratio.careManagers > 0 ? `, ${BOARD.span(ratio.careManagers)}` : ''}.{' '}
        {ratio.clause ? (
          <a href={`/app/policy/${ratio.clause.pack}#${encodeURIComponent(ratio.clause.id)}`}>{ratio.clause.cite}</a>
        ) : (
          ratio.source
        )}
      </p>
    </div>
  );
}
