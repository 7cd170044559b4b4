import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { CAPACITY_LABEL } from '#modules/access/model.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import { type AuditRow, listAuditOperations, OUTCOMES, readTrail } from '../contract.ts';
import styles from './audit.module.css';
import { Seals } from './seals.tsx';
import { TRAIL } from './words.ts';

const ZONE = 'America/New_York';
const WHEN = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'medium' });
const PAGE_SIZE = 100;

/** The filters as an address tells them. Chart numbers only: no name stands in an address. */
function wishOf(query: URLSearchParams) {
  const number = Number(query.get('number'));
  const before = Number(query.get('before'));
  return {
    operation: query.get('operation') || undefined,
    outcome: OUTCOMES.find((one) => one === query.get('outcome')),
    number: number > 0 ? number : undefined,
    from: query.get('from') || undefined,
    to: query.get('to') || undefined,
    before: before > 0 ? before : undefined,
  };
}

/** The audit trail of the agency, newest first. Reading it leaves a row too. */
export default function TrailPage() {
  const query = usePageQuery();
  const trail = useRead(readTrail, { query: { ...wishOf(query), limit: PAGE_SIZE } });
  const more = trail.data?.more ?? null;
  return (
    <WithPanel>
      <PageHeader title={TRAIL.title} summary={TRAIL.hint} />
      <div className={styles.stack}>
        <Filters key={query.toString()} query={query} />
        {trail.isPending ? <LoadingState label={TRAIL.loading} rows={6} /> : null}
        {trail.isError ? (
          <FailedState title={TRAIL.failed} kept={TRAIL.kept} onRetry={() => void trail.refetch()} />
        ) : null}
        {trail.data ? <Rows rows={trail.data.rows} /> : null}
        {more === null ? null : <a href={olderHref(query, more)}>{TRAIL.older}</a>}
        <Seals />
      </div>
    </WithPanel>
  );
}

function olderHref(query: URLSearchParams, before: number): string {
  const next = new URLSearchParams(query);
  next.set('before', String(before));
  return `/app/audit?${next}`;
}

function Filters({ query }: { readonly query: URLSearchParams }) {
  const go = useGo();
  const known = useRead(listAuditOperations, {});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value !== '') next.set(name, value);
    }
    go(`/app/audit?${next}`);
  };
  const operations = (known.data?.operations ?? []).map(({ operation }) => operation);
  const chosen = query.get('operation') ?? '';
  const data = [...new Set([...operations, ...(chosen ? [chosen] : [])])].sort();
  return (
    <search aria-label={TRAIL.filters}>
      <form className={styles.filters} onSubmit={submit}>
        <NativeSelect
          key={data.length}
          name="operation"
          label={TRAIL.operation}
          defaultValue={chosen}
          data={[{ value: '', label: TRAIL.any }, ...data]}
        />
        <NativeSelect
          name="outcome"
          label={TRAIL.outcome}
          defaultValue={query.get('outcome') ?? ''}
          data={[
            { value: '', label: TRAIL.any },
            ...OUTCOMES.map((value) => ({ value, label: TRAIL.outcomes[value] })),
          ]}
        />
        <TextInput name="number" label={TRAIL.number} inputMode="numeric" defaultValue={query.get('number') ?? ''} />
        <TextInput name="from" type="date" label={TRAIL.from} defaultValue={query.get('from') ?? ''} />
        <TextInput name="to" type="date" label={TRAIL.to} defaultValue={query.get('to') ?? ''} />
        <Button type="submit" variant="default">
          {TRAIL.show}
        </Button>
      </form>
    </search>
  );
}

const capacityOf = (code: string | null) =>
  code && code in CAPACITY_LABEL ? CAPACITY_LABEL[code as keyof typeof CAPACITY_LABEL] : code;
const detailWords = (details: AuditRow['details']) =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');

function Rows({ rows }: { readonly rows: readonly AuditRow[] }) {
  const tones = { looked: 'stone', done: 'pine', refused: 'brick' } as const;
  return (
    <DataTable
      caption={TRAIL.title}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={
        <EmptyState title={TRAIL.none}>
          <p>{TRAIL.noneWhy}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'when',
          head: TRAIL.when,
          cell: (row) => <time dateTime={row.at}>{WHEN.format(Date.parse(row.at))}</time>,
        },
        {
          key: 'who',
          head: TRAIL.who,
          cell: (row) => (
            <span>
              {row.name ?? TRAIL.program} <span className={styles.small}>{capacityOf(row.capacity)}</span>
            </span>
          ),
        },
        {
          key: 'outcome',
          head: TRAIL.outcome,
          cell: (row) => (
            <span>
              <Chip tone={tones[row.outcome]}>{TRAIL.outcomes[row.outcome]}</Chip>
            </span>
          ),
        },
        { key: 'what', head: TRAIL.what, cell: (row) => row.operation },
        { key: 'chart', head: TRAIL.chart, cell: (row) => (row.chartNumber === null ? '' : `no. ${row.chartNumber}`) },
        {
          key: 'details',
          head: TRAIL.details,
          cell: (row) => <span className={styles.codes}>{detailWords(row.details)}</span>,
        },
        {
          key: 'seal',
          head: TRAIL.seal,
          cell: (row) => <span className={styles.small}>{row.sealed ? TRAIL.sealed : TRAIL.open}</span>,
        },
      ]}
    />
  );
}
