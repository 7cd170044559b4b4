import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { classes } from '#design-system/class-names.ts';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { ZONE } from '#web/staff/here.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import { type AuditRow, OUTCOMES, readTrail, type TrailPerson } from '../contract.ts';
import styles from './audit.module.css';
import { AuditFrame } from './audit-frame.tsx';
import { capacityOf } from './capacity-of.ts';
import { eventChoices } from './event-choices.ts';
import { sayChart } from './say-chart.ts';
import { sayOperation } from './say-operation.ts';
import { Seals } from './seals.tsx';
import { WhoFilter } from './who-filter.tsx';
import { TRAIL } from './words.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'medium' });
const PAGE_SIZE = 100;

/** The filters as an address tells them. Chart numbers only: no name stands in an address. */
function wishOf(query: URLSearchParams) {
  const number = Number(query.get('number'));
  const before = Number(query.get('before'));
  return {
    operation: query.get('operation') || undefined,
    person: query.get('person') || undefined,
    outcome: OUTCOMES.find((one) => one === query.get('outcome')),
    number: number > 0 ? number : undefined,
    // Whoever asks for one kind of event means it, also where it shows no youth.
    showing: query.has('all') || query.has('operation') ? ('all' as const) : ('youth' as const),
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
    <AuditFrame title={TRAIL.title} hint={TRAIL.hint} current="/app/audit">
      <Seals />
      <Filters key={`${query} ${trail.data?.person?.id}`} query={query} person={trail.data?.person ?? null} />
      {trail.isPending ? <LoadingState label={TRAIL.loading} rows={6} /> : null}
      {trail.isError ? (
        <FailedState title={TRAIL.failed} kept={TRAIL.kept} onRetry={() => void trail.refetch()} />
      ) : null}
      {trail.data ? <Rows rows={trail.data.rows} asked={wishOf(query).number ?? null} query={query} /> : null}
      <p className={styles.pages}>
        {query.has('before') ? <a href={newestHref(query)}>{TRAIL.newest}</a> : null}
        {more === null ? null : <a href={olderHref(query, more)}>{TRAIL.older}</a>}
      </p>
    </AuditFrame>
  );
}

function olderHref(query: URLSearchParams, before: number): string {
  const next = new URLSearchParams(query);
  next.set('before', String(before));
  return `/app/audit?${next}`;
}

function newestHref(query: URLSearchParams): string {
  const next = new URLSearchParams(query);
  next.delete('before');
  return `/app/audit${next.size > 0 ? `?${next}` : ''}`;
}

/** The same rows, of one person only: the address holds a reference, never a name. */
function personHref(query: URLSearchParams, person: string): string {
  const next = new URLSearchParams(query);
  next.delete('before');
  next.set('person', person);
  return `/app/audit?${next}`;
}

interface FiltersProps {
  readonly query: URLSearchParams;
  /** Whose rows the address asks for, by name. */
  readonly person: TrailPerson | null;
}

function Filters({ query, person }: FiltersProps) {
  const go = useGo();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value !== '') next.set(name, value);
    }
    go(`/app/audit?${next}`);
  };
  const chosen = query.get('operation') ?? '';
  return (
    <search aria-label={TRAIL.filters}>
      <form className={styles.filters} onSubmit={submit}>
        <WhoFilter chosen={person} asked={query.get('person') ?? ''} />
        <NativeSelect
          name="operation"
          label={TRAIL.operation}
          defaultValue={chosen}
          data={[{ value: '', label: TRAIL.any }, ...eventChoices(chosen)]}
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
        <Checkbox className={styles.wide} name="all" value="yes" label={TRAIL.all} defaultChecked={query.has('all')} />
        <Button type="submit" variant="default">
          {TRAIL.show}
        </Button>
      </form>
    </search>
  );
}

function Who({ row: { person, name }, query }: { readonly row: AuditRow; readonly query: URLSearchParams }) {
  if (person === null || name === null) return TRAIL.program;
  if (query.get('person') === person) return name;
  return (
    <a href={personHref(query, person)} title={TRAIL.onlyThis(name)}>
      {name}
    </a>
  );
}

/** References to many things are counted: which they were stands in the row that the API gives. */
const FEW = 3;
function saidOf(value: unknown): string {
  if (Array.isArray(value) && value.length > FEW) return String(value.length);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const detailWords = (details: AuditRow['details']) =>
  Object.entries(details)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${saidOf(value)}`)
    .join(', ');

interface RowsProps {
  readonly rows: readonly AuditRow[];
  readonly asked: number | null;
  readonly query: URLSearchParams;
}

function Rows({ rows, asked, query }: RowsProps) {
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
          cell: (row) => (
            <time className={styles.when} dateTime={row.at}>
              {WHEN.format(Date.parse(row.at))}
            </time>
          ),
        },
        {
          key: 'who',
          head: TRAIL.who,
          cell: (row) => (
            <span className={styles.cell}>
              <Who row={row} query={query} />
              <span className={styles.small}>{capacityOf(row.capacity)}</span>
            </span>
          ),
        },
        {
          key: 'outcome',
          head: TRAIL.outcome,
          phone: 'bare',
          cell: (row) => (
            <span>
              <Chip tone={tones[row.outcome]}>{TRAIL.outcomes[row.outcome]}</Chip>
            </span>
          ),
        },
        { key: 'what', head: TRAIL.what, phone: 'lead', cell: (row) => sayOperation(row.event) },
        {
          key: 'chart',
          head: TRAIL.chart,
          cell: (row) => {
            const said = sayChart(row, asked);
            return said && asked === null ? <span className={styles.nowrap}>{said}</span> : said;
          },
        },
        {
          key: 'details',
          head: TRAIL.details,
          cell: (row) => {
            const said = detailWords(row.details);
            return said ? <span className={styles.codes}>{said}</span> : null;
          },
        },
        {
          key: 'seal',
          head: TRAIL.row,
          cell: (row) => (
            <span className={styles.cell}>
              <span className="kf-figures">{row.id}</span>
              <span className={classes(styles.small, styles.nowrap)}>{row.sealed ? TRAIL.sealed : TRAIL.open}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
