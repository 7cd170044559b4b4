import { Button } from '@mantine/core';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import { FilterSelect } from '#design-system/lists/filter-select.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usualYouth } from '#web/staff/routing/first-page.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import { listCharts } from '../contract.ts';
import { hrefOf, QUIET, readListWish } from './list/list-wish.ts';
import { WhosePills } from './list/whose-pills.tsx';
import styles from './list/youth.module.css';
import { stageWords } from './say.ts';
import { words } from './words.ts';

type Answer = AnswerOf<typeof listCharts>;
type Row = Answer['charts'][number];

const { columns } = words.youth;

const columnsFor = (today: string): readonly Column<Row>[] => [
  {
    key: 'name',
    head: columns.name,
    cell: (row) => <a href={`/app/youth/${row.chart}`}>{row.name}</a>,
    sortBy: (row) => row.name,
  },
  { key: 'age', head: columns.age, cell: (row) => row.age ?? '', sortBy: (row) => row.age ?? 0, align: 'end' },
  { key: 'stage', head: columns.stage, cell: (row) => stageWords(row.stage), sortBy: (row) => row.stage },
  {
    key: 'contact',
    head: columns.contact,
    cell: (row) => (row.lastContactOn ? <DayText day={row.lastContactOn} today={today} /> : words.overview.never),
    sortBy: (row) => row.lastContactOn ?? '',
  },
  {
    key: 'manager',
    head: columns.manager,
    cell: (row) => row.careManager ?? words.header.noCareManager,
    sortBy: (row) => row.careManager ?? '',
  },
  {
    key: 'late',
    head: columns.late,
    cell: (row) => <span className={row.owedLate > 0 ? styles.late : undefined}>{row.owedLate}</span>,
    sortBy: (row) => row.owedLate,
    align: 'end',
  },
  { key: 'soon', head: columns.soon, cell: (row) => row.owedSoon, sortBy: (row) => row.owedSoon, align: 'end' },
];

const LIMIT = 100;

/** The youth of this seat, its team or the agency, with how long since somebody was reached and what is late. */
export default function YouthPage() {
  const seat = useSeat();
  const wish = readListWish(usePageQuery(), seat && usualYouth(seat.code));
  const go = useGo();
  const { whose, stage, quietDays, after } = wish;
  const read = useRead(listCharts, {
    query: {
      whose,
      stage: stage ?? undefined,
      quietDays: quietDays ?? undefined,
      after: after ?? undefined,
      limit: LIMIT,
    },
  });
  const charts = read.data?.charts ?? [];
  const last = charts.length === LIMIT ? charts.at(-1) : undefined;
  return (
    <WithPanel>
      <PageHeader
        title={words.youth.title}
        summary={read.data ? words.youth.summary(charts.length, last !== undefined) : undefined}
      />
      <div className={styles.narrowing}>
        <WhosePills wish={wish} current={hrefOf({ ...wish, after: null })} />
        <div className={styles.selects}>
          <FilterSelect
            label={words.youth.stage}
            choices={[
              { value: '', label: words.youth.allStages },
              ...Object.entries(words.stages).map(([value, label]) => ({ value, label })),
            ]}
            value={stage ?? ''}
            onChange={(chosen) => go(hrefOf({ ...wish, stage: chosen || null, after: null }))}
          />
          <FilterSelect
            label={words.youth.quiet}
            choices={[
              { value: '', label: words.youth.anyContact },
              ...QUIET.map((days) => ({ value: String(days), label: words.youth.quietFor(days) })),
            ]}
            value={quietDays === null ? '' : String(quietDays)}
            onChange={(chosen) => go(hrefOf({ ...wish, quietDays: Number(chosen) || null, after: null }))}
          />
        </div>
      </div>
      {read.isPending ? <LoadingState label={words.youth.loading} rows={6} /> : null}
      {read.isError ? (
        <FailedState
          title={words.youth.failed.title}
          kept={words.youth.failed.kept}
          onRetry={() => void read.refetch()}
        />
      ) : null}
      {read.data ? (
        <DataTable
          caption={words.youth.title}
          columns={columnsFor(read.data.today)}
          rows={charts}
          rowKey={(row) => row.chart}
          empty={<EmptyState title={words.youth.empty.title}>{words.youth.empty.says}</EmptyState>}
        />
      ) : null}
      <p className={styles.pages}>
        {last ? (
          <Button variant="default" component="a" href={hrefOf({ ...wish, after: last.chart })}>
            {words.youth.next}
          </Button>
        ) : null}
        {after ? <a href={hrefOf({ ...wish, after: null })}>{words.youth.reload}</a> : null}
      </p>
    </WithPanel>
  );
}
