import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { todayHere } from '#web/staff/here.ts';
import { TRANSFERRED_HREF, WhosePills } from '../../pages/list/whose-pills.tsx';
import styles from '../../pages/list/youth.module.css';
import { sayFullDay } from '../../pages/say.ts';
import { listTransferred, type Transferred } from '../contract.ts';
import { TRANSFERRED } from './words.ts';

const LIMIT = 200;
const PAUSE = 250;

const columnsFor = (today: string): readonly Column<Transferred>[] => [
  {
    key: 'name',
    head: TRANSFERRED.columns.name,
    cell: ({ chart, name }) => <a href={`/app/youth/${chart}/transferred`}>{name}</a>,
    sortBy: ({ name }) => name,
  },
  {
    key: 'left',
    head: TRANSFERRED.columns.left,
    cell: ({ leftOn }) => <DayText day={leftOn} today={today} />,
    sortBy: ({ leftOn }) => leftOn,
  },
  {
    key: 'to',
    head: TRANSFERRED.columns.to,
    cell: ({ toAgency }) => toAgency,
    sortBy: ({ toAgency }) => toAgency,
  },
  {
    key: 'born',
    head: TRANSFERRED.columns.born,
    cell: ({ born }) => (born === null ? TRANSFERRED.unknown : sayFullDay(born)),
    sortBy: ({ born }) => born ?? '',
  },
  { key: 'number', head: TRANSFERRED.columns.number, cell: ({ number }) => number, align: 'end' },
];

const summaryOf = (count: number): string => (count === LIMIT ? TRANSFERRED.latest(count) : TRANSFERRED.summary(count));

/** Youth whose chart this agency handed over, the latest first. */
export default function TransferredPage() {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE);
  const read = useRead(listTransferred, { body: { text, limit: LIMIT } });
  const charts = read.data?.charts;
  const empty = text === '' ? TRANSFERRED.empty : TRANSFERRED.notFound;
  return (
    <WithPanel>
      <PageHeader title={TRANSFERRED.title} summary={charts ? summaryOf(charts.length) : undefined} />
      <p className={styles.hint}>{TRANSFERRED.hint}</p>
      <div className={styles.narrowing}>
        <WhosePills current={TRANSFERRED_HREF} />
        <TextInput
          type="search"
          aria-label={TRANSFERRED.find}
          placeholder={TRANSFERRED.find}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {read.isPending ? <LoadingState label={TRANSFERRED.loading} /> : null}
      {read.isError && !charts ? <FailedState {...TRANSFERRED.failed} onRetry={() => void read.refetch()} /> : null}
      {charts ? (
        <DataTable
          caption={TRANSFERRED.title}
          columns={columnsFor(todayHere())}
          rows={charts}
          rowKey={({ chart }) => chart}
          empty={<EmptyState title={empty.title}>{empty.says}</EmptyState>}
        />
      ) : null}
    </WithPanel>
  );
}
