import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { AgreementsOwed } from '../agreements/pages/agreements-owed.tsx';
import { readDirectory } from '../contract.ts';
import { ChangeArea } from './change-area.tsx';
import { ChangesCard } from './changes-card.tsx';
import styles from './directory.module.css';
import { MendAgency } from './mend-agency.tsx';
import { DIRECTORY } from './words.ts';

export type Read = AnswerOf<typeof readDirectory>;

/** The organizations of the programme, with the counties each serves, dated. */
export default function DirectoryPage() {
  const directory = useRead(readDirectory, {});
  return (
    <WithPanel>
      <PageHeader title={DIRECTORY.title} summary={DIRECTORY.hint} />
      {directory.isPending ? <LoadingState label={DIRECTORY.loading} rows={6} /> : null}
      {directory.isError ? (
        <FailedState title={DIRECTORY.failed} kept={DIRECTORY.kept} onRetry={() => void directory.refetch()} />
      ) : null}
      {directory.data ? (
        <div className={styles.stack}>
          <AgreementsOwed />
          <Agencies read={directory.data} />
          {directory.data.mends === 'all' ? <ChangeArea read={directory.data} /> : null}
          {directory.data.mends === 'none' ? null : <ChangesCard read={directory.data} />}
        </div>
      ) : null}
    </WithPanel>
  );
}

type Area = Read['areas'][number];

interface Stretch {
  readonly from: string;
  readonly to: string | null;
  readonly counties: readonly string[];
}

/** Counties served over the same days, together. */
function stretchesOf(areas: readonly Area[]): readonly Stretch[] {
  const stretches = new Map<string, Stretch>();
  for (const { county, from, to } of areas) {
    const key = `${from} ${to}`;
    stretches.set(key, { from, to, counties: [...(stretches.get(key)?.counties ?? []), county] });
  }
  return [...stretches.values()];
}

function Agencies({ read }: { readonly read: Read }) {
  const [text, setText] = useState('');
  const [mending, setMending] = useState<Read['agencies'][number] | null>(null);
  const countyName = new Map(read.counties.map(({ code, name }) => [code, name]));
  const areasOf = (agency: number) => read.areas.filter((area) => area.agency === agency);
  const serves = (agency: number) => areasOf(agency).map(({ county }) => countyName.get(county) ?? county);
  const wanted = text.trim().toLowerCase();
  const shown = read.agencies.filter(({ id, name }) =>
    [name, ...serves(id)].some((words) => words.toLowerCase().includes(wanted)),
  );
  const kinds: Readonly<Record<string, string>> = DIRECTORY.kinds;
  return (
    <>
      <TextInput
        className={styles.find}
        type="search"
        label={DIRECTORY.find}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DataTable
        caption={DIRECTORY.title}
        rows={shown}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={DIRECTORY.none} />}
        columns={[
          {
            key: 'name',
            head: DIRECTORY.name,
            cell: (row) => <a href={`/app/directory/${row.id}`}>{row.name}</a>,
            sortBy: (row) => row.name,
          },
          { key: 'kind', head: DIRECTORY.kind, cell: (row) => kinds[row.kind] ?? row.kind, sortBy: (row) => row.kind },
          {
            key: 'counties',
            head: DIRECTORY.counties,
            cell: (row) => (
              <ul className={styles.areas}>
                {stretchesOf(areasOf(row.id)).map(({ from, to, counties }) => (
                  <li key={`${from} ${to}`}>
                    {counties.map((code) => countyName.get(code) ?? code).join(', ')}{' '}
                    <span className={styles.small}>
                      {DIRECTORY.since} <DayText day={from} today={read.today} />
                      {to ? (
                        <>
                          {' '}
                          {DIRECTORY.until} <DayText day={to} today={read.today} />
                        </>
                      ) : null}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'phone',
            head: DIRECTORY.phone,
            cell: (row) => (
              <div className={styles.telephone}>
                <div>
                  {row.phone ?? <span className={styles.small}>{DIRECTORY.noPhone}</span>}
                  {row.phone && row.phoneSource ? (
                    <div className={styles.small}>{DIRECTORY.phoneFrom(row.phoneSource)}</div>
                  ) : null}
                </div>
                {read.mends === 'all' || (read.mends === 'own' && row.id === read.own) ? (
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => setMending(row)}
                    aria-label={`${DIRECTORY.mend}: ${row.name}`}
                  >
                    {DIRECTORY.mend}
                  </Button>
                ) : null}
              </div>
            ),
          },
          { key: 'confidence', head: DIRECTORY.confidence, cell: (row) => row.confidence.replace('-', ' ') },
        ]}
      />
      {mending ? <MendAgency agency={mending} onClose={() => setMending(null)} /> : null}
    </>
  );
}
