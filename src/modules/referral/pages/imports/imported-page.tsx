import { useQuery } from '@tanstack/react-query';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { ProgressBar } from '#design-system/states/progress-bar.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { usePageParam, usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readImport } from '../../import-service/contract.ts';
import { TaskChips } from '../queue/task-chips.tsx';
import { IMPORTED } from './import-words.ts';
import styles from './imports.module.css';
import { OutcomeChip } from './outcome-chip.tsx';
import { Rejects } from './rejects.tsx';

type Imported = AnswerOf<typeof readImport>;

const ASK_AGAIN = 1_000;
const STATE = { running: 'running', finished: 'finished', stopped: 'failed' } as const;
const OUTCOMES = ['registered', 'with-tasks', 'unreadable', 'already-here'] as const;

/** How far an import is, and what became of each row. It goes on when nobody looks. */
export default function ImportedPage() {
  const id = usePageParam('import');
  const query = usePageQuery();
  const outcome = OUTCOMES.find((one) => one === query.get('outcome'));
  const after = Number(query.get('after') ?? '0') || 0;
  const imported = useQuery({
    queryKey: ['import.read', id, outcome ?? '', after],
    queryFn: ({ signal }) =>
      call(readImport, { params: { import: id }, query: { outcome, after, limit: 100 } }, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN : false),
  });
  return (
    <WithPanel>
      <p className={styles.back}>
        <a href="/app/import">{IMPORTED.back}</a>
      </p>
      <PageHeader title={IMPORTED.title} summary={imported.data?.fileName} />
      {imported.isPending ? <LoadingState label={IMPORTED.loading} /> : null}
      {imported.isError ? (
        <FailedState title={IMPORTED.failed} kept={IMPORTED.kept} onRetry={() => void imported.refetch()} />
      ) : null}
      {imported.data ? <Result imported={imported.data} outcome={outcome} /> : null}
    </WithPanel>
  );
}

const hrefOf = (id: string, outcome: string | undefined, after = 0) => {
  const query = new URLSearchParams();
  if (outcome) query.set('outcome', outcome);
  if (after > 0) query.set('after', String(after));
  return `/app/import/${id}${query.size > 0 ? `?${query}` : ''}`;
};

function Result({ imported, outcome }: { readonly imported: Imported; readonly outcome: string | undefined }) {
  const { id, counts, state } = imported;
  const count = (name: string) => counts[name] ?? 0;
  const last = imported.results.at(-1)?.row;
  const may = useMay();
  // The administrator registers, an organization records what was decided.
  const form = may('referral.register') ? '/app/referrals/new' : may('referral.record') && '/app/referrals/recorded';
  return (
    <div className={styles.stack}>
      <ProgressBar
        label={IMPORTED.importing}
        done={imported.done}
        total={imported.rows}
        state={STATE[state]}
        note={IMPORTED.note(OUTCOMES.map((one) => [IMPORTED.cameTo[one], count(one)]))}
      />
      {state === 'stopped' ? (
        <p>
          {IMPORTED.stopped(imported.done)} <a href="/app/import">{IMPORTED.goOn}</a>
        </p>
      ) : null}
      {state !== 'running' && count('unreadable') > 0 ? <Rejects id={id} count={count('unreadable')} /> : null}
      <FilterPills
        label={IMPORTED.pills}
        current={hrefOf(id, outcome)}
        pills={[
          { label: IMPORTED.all, href: hrefOf(id, undefined) },
          ...OUTCOMES.map((one) => ({ label: IMPORTED.outcomes[one], href: hrefOf(id, one), count: count(one) })),
        ]}
      />
      <DataTable
        caption={IMPORTED.pills}
        rows={imported.results}
        rowKey={(row) => String(row.row)}
        empty={<EmptyState title={IMPORTED.none} />}
        columns={[
          { key: 'row', head: IMPORTED.row, cell: (row) => row.row, sortBy: (row) => row.row, align: 'end' },
          {
            key: 'youth',
            head: IMPORTED.youth,
            cell: (row) =>
              row.chart ? (
                <a href={`/app/referrals/${row.chart}`}>{row.name ?? `no. ${row.number}`}</a>
              ) : (
                (row.name ?? '')
              ),
          },
          {
            key: 'became',
            head: IMPORTED.became,
            cell: (row) => <OutcomeChip outcome={row.outcome} />,
            sortBy: (row) => row.outcome,
          },
          {
            key: 'words',
            head: IMPORTED.words,
            cell: (row) => (
              <div>
                {row.words.map((words) => (
                  <div key={words}>{words}</div>
                ))}
                {row.tasks.length > 0 ? <TaskChips codes={row.tasks} /> : null}
                {row.outcome === 'unreadable' && form ? (
                  <a href={`${form}?import=${id}&row=${row.row}`} aria-label={IMPORTED.mendRowOf(row.row)}>
                    {IMPORTED.mendRow}
                  </a>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      {imported.more && last !== undefined ? <a href={hrefOf(id, outcome, last)}>{IMPORTED.older}</a> : null}
    </div>
  );
}
