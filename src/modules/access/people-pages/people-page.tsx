import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { Said } from '#modules/duties/pages/said.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { todayHere } from '#web/staff/here.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readPeople } from '../contract.ts';
import type { Asked } from './asked.ts';
import { ChangeDialog } from './change-dialog.tsx';
import styles from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { fits, held, isShown, linesOf, type People, SHOWN, type Shown, supervisedBy } from './seat-lines.ts';
import { Settings } from './settings.tsx';
import { PEOPLE } from './words.ts';

const PAGE_SIZE = 50;
const hrefOf = (shown: Shown) => (shown === 'now' ? '/app/people' : `/app/people?show=${shown}`);

/** Who works here in which seat, and every change to that. */
export default function PeoplePage() {
  const people = useRead(readPeople, {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const mayChange = useMay()('people.change');
  // The words stand at the top, and what they are about may be far down.
  useEffect(() => {
    if (said !== null) window.scrollTo({ top: 0 });
  }, [said]);
  const today = todayHere();
  const lines = linesOf(people.data?.people ?? []).filter((line) => held(line, today));
  const holders = new Set(lines.map(({ person }) => person.id)).size;
  const ask = (next: Asked) => {
    setSaid(null);
    setAsked(next);
  };
  return (
    <WithPanel>
      <PageHeader
        title={PEOPLE.title}
        summary={people.data ? PEOPLE.summary(holders, lines.length, people.data.agency.name) : undefined}
        actions={mayChange ? <Button onClick={() => ask({ what: 'invite' })}>{PEOPLE.invite}</Button> : null}
      />
      <Said said={said === null ? null : { words: said }} />
      {people.isPending ? <LoadingState label={PEOPLE.loading} rows={8} /> : null}
      {people.isError && !people.data ? (
        <FailedState title={PEOPLE.failed} kept={PEOPLE.kept} onRetry={() => void people.refetch()} />
      ) : null}
      {people.data ? (
        <div className={styles.stack}>
          <Seats people={people.data} today={today} ask={ask} />
          <Settings people={people.data} mayChange={mayChange} onDone={setSaid} />
          <ChangeDialog
            asked={asked}
            people={people.data}
            today={today}
            onClose={() => setAsked(null)}
            onDone={(words) => {
              setAsked(null);
              setSaid(words);
            }}
          />
        </div>
      ) : null}
    </WithPanel>
  );
}

interface SeatsProps {
  readonly people: People;
  readonly today: string;
  readonly ask: (asked: Asked) => void;
}

function Seats({ people, today, ask }: SeatsProps) {
  const query = usePageQuery();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState(0);
  const shown = SHOWN.find((one) => one === query.get('show')) ?? 'now';
  const all = linesOf(people.people);
  const names = new Map(all.map(({ person, seat }) => [seat.id, person.name]));
  const found = all.filter((line) => isShown(line, shown, today) && fits(line, typed));
  const from = first < found.length ? first : 0;
  const page = found.slice(from, from + PAGE_SIZE);
  const next = from + PAGE_SIZE < found.length ? () => setFirst(from + PAGE_SIZE) : undefined;
  const previous = from > 0 ? () => setFirst(from - PAGE_SIZE) : undefined;
  return (
    <div className={styles.list}>
      <div className={styles.narrow}>
        <FilterPills
          label={PEOPLE.narrow}
          current={hrefOf(shown)}
          pills={SHOWN.map((one) => ({
            label: PEOPLE.pills[one],
            href: hrefOf(one),
            count: all.filter((line) => isShown(line, one, today)).length,
          }))}
        />
        <TextInput
          type="search"
          className={styles.find}
          aria-label={PEOPLE.find}
          placeholder={PEOPLE.find}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFirst(0);
          }}
        />
      </div>
      <PeopleTable
        caption={`${PEOPLE.title}: ${PEOPLE.pills[shown]}`}
        lines={page}
        nameOfSeat={(seat) => names.get(seat) ?? PEOPLE.nobody}
        supervisedBy={(seat) => supervisedBy(all, seat, today)}
        today={today}
        mayChange={may('people.change')}
        mayCover={may('people.cover')}
        mayEndSessions={may('people.end-sessions')}
        ask={ask}
        paging={
          found.length > PAGE_SIZE
            ? { from: from + 1, to: from + page.length, total: found.length, onPrevious: previous, onNext: next }
            : undefined
        }
        empty={<Nothing words={typed.trim() === '' ? PEOPLE.empty[shown] : PEOPLE.notFound} />}
      />
    </div>
  );
}

function Nothing({ words: [title, why] }: { readonly words: readonly [string, string] }) {
  return (
    <EmptyState title={title}>
      <p>{why}</p>
    </EmptyState>
  );
}
