import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { capacityOf } from '#modules/audit/pages/capacity-of.ts';
import { sayAmong } from '#modules/audit/pages/say-chart.ts';
import { sayOperation } from '#modules/audit/pages/say-operation.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { type Overview, readLooks } from '../contract.ts';
import { ChartPart } from './frame/chart-part.tsx';
import { LOOKS_AT_ONCE, olderLooks } from './how-many-looks.ts';
import { sayInstant } from './say.ts';
import { words } from './words.ts';

/** Who opened this chart; on request also who had it in a list or a search. */
export default function LooksPage() {
  return <ChartPart>{(overview) => <Looks overview={overview} />}</ChartPart>;
}

type Look = AnswerOf<typeof readLooks>['looks'][number];

const { columns, unknown, own } = words.looks;

const columnsFor = (today: string): readonly Column<Look>[] => [
  { key: 'when', head: columns.when, cell: (look) => sayInstant(look.at, today), sortBy: (look) => look.at },
  {
    key: 'who',
    head: columns.who,
    cell: (look) => `${look.name ?? unknown}${look.own ? ` (${own})` : ''}`,
    sortBy: (look) => look.name ?? '',
  },
  { key: 'capacity', head: columns.capacity, cell: (look) => capacityOf(look.capacity) || unknown },
  { key: 'agency', head: columns.agency, cell: (look) => look.agency ?? unknown },
  {
    key: 'what',
    head: columns.what,
    cell: (look) => (
      <>
        {sayOperation(look.operation)} {look.listed ? <Chip tone="stone">{sayAmong(look.operation)}</Chip> : null}
        {look.outcome === 'refused' ? <Chip tone="brick">{words.looks.refused}</Chip> : null}
      </>
    ),
  },
];

function Looks({ overview: { header, today } }: { readonly overview: Overview }) {
  const [lists, setLists] = useState(false);
  return (
    <>
      <p>{lists ? words.looks.saysWithLists : words.looks.says}</p>
      <Switch
        mb="sm"
        label={words.looks.lists}
        checked={lists}
        onChange={(event) => setLists(event.currentTarget.checked)}
      />
      <LookRows key={String(lists)} chart={header.id} today={today} lists={lists} />
    </>
  );
}

interface LookRowsProps {
  readonly chart: string;
  readonly today: string;
  readonly lists: boolean;
}

function LookRows({ chart, today, lists }: LookRowsProps) {
  const [limit, setLimit] = useState(LOOKS_AT_ONCE);
  const read = useRead(readLooks, { params: { chart }, query: { limit, ...(lists ? { lists: 'with' } : {}) } });
  // Those that are shown stay while older ones come.
  const [known, setKnown] = useState(read.data);
  if (read.data && read.data !== known) setKnown(read.data);
  if (read.isPending && !known) return <LoadingState label={words.looks.title} rows={6} />;
  if (read.isError)
    return (
      <FailedState
        title={words.looks.failed.title}
        kept={words.looks.failed.kept}
        onRetry={() => void read.refetch()}
      />
    );
  // Looks have no identity of their own; they are never reordered in place.
  const rows = (read.data ?? known)?.looks.map((look, at) => ({ ...look, at: look.at, row: at })) ?? [];
  const older = olderLooks(limit, rows.length);
  return (
    <>
      <DataTable
        caption={words.looks.title}
        columns={columnsFor(today)}
        rows={rows}
        rowKey={(look) =>
          `${look.at} ${look.operation} ${look.name ?? ''} ${rows.indexOf(look as (typeof rows)[number])}`
        }
        empty={<EmptyState title={words.looks.empty.title}>{words.looks.empty.says}</EmptyState>}
      />
      {older.kind === 'more' || read.isPending ? (
        <Button
          variant="default"
          mt="sm"
          loading={read.isPending}
          onClick={() => older.kind === 'more' && setLimit(older.next)}
        >
          {words.looks.older}
        </Button>
      ) : null}
      {older.kind === 'in-the-trail' ? <p>{words.looks.inTheTrail}</p> : null}
    </>
  );
}
