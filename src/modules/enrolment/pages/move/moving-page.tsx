import { useQuery } from '@tanstack/react-query';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { ProgressBar } from '#design-system/states/progress-bar.tsx';
import { readJob, readJobRows } from '#modules/background/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { MOST_MOVES } from '../../bulk/contract.ts';
import parts from '../parts.module.css';
import { MOVE, REFUSALS } from '../words.ts';

type Job = AnswerOf<typeof readJob>;

const ASK_AGAIN = 1_000;
const STATE = { waiting: 'running', running: 'running', finished: 'finished', stopped: 'failed' } as const;
const over = (job: Job | undefined) => job?.state === 'finished' || job?.state === 'stopped';

/** How far the moving is, and what became of each youth. It goes on when nobody looks. */
export default function MovingPage() {
  const job = usePageParam('job');
  const moving = useQuery({
    queryKey: ['job.read', job],
    queryFn: ({ signal }) => call(readJob, { params: { job } }, signal),
    refetchInterval: ({ state }) => (over(state.data) ? false : ASK_AGAIN),
  });
  return (
    <WithPanel>
      <p className={parts.back}>
        <a href="/app/caseload">{MOVE.toBoard}</a>
      </p>
      <PageHeader title={MOVE.movingTitle} />
      {moving.isPending ? <LoadingState label={MOVE.loading} /> : null}
      {moving.isError ? (
        <FailedState title={MOVE.failed} kept={MOVE.goesOn} onRetry={() => void moving.refetch()} />
      ) : null}
      {moving.data ? (
        <div className={parts.stack}>
          <ProgressBar
            label={MOVE.moving}
            done={moving.data.done}
            total={moving.data.total}
            state={STATE[moving.data.state]}
            note={MOVE.done(moving.data.done - moving.data.failed, moving.data.failed)}
          />
          {over(moving.data) ? <Rows job={job} /> : null}
        </div>
      ) : null}
    </WithPanel>
  );
}

function Rows({ job }: { readonly job: string }) {
  const rows = useRead(readJobRows, { params: { job }, query: { limit: MOST_MOVES } });
  const words: Readonly<Record<string, string>> = MOVE.outcomes;
  return (
    <Card title={MOVE.rows}>
      <DataTable
        caption={MOVE.rows}
        rows={rows.data?.rows ?? []}
        rowKey={(row) => String(row.row)}
        empty={<LoadingState label={MOVE.loading} rows={2} />}
        columns={[
          {
            key: 'chart',
            head: MOVE.chart,
            cell: (row) =>
              // Out of reach by now, as what went to another supervisor's care manager is: told by its place alone.
              row.chart && row.name ? <a href={`/app/youth/${row.chart}`}>{row.name}</a> : row.row + 1,
          },
          {
            key: 'outcome',
            head: MOVE.outcome,
            cell: (row) => (
              <span>
                <Chip tone={row.outcome === 'refused' ? 'brick' : 'moss'}>{words[row.outcome] ?? row.outcome}</Chip>
                {row.problems.map(({ code }) => (
                  <span key={code} className={parts.small}>
                    {' '}
                    {REFUSALS[code] ?? MOVE.notHere}
                  </span>
                ))}
              </span>
            ),
            sortBy: (row) => row.outcome,
          },
        ]}
      />
    </Card>
  );
}
