import { Button } from '@mantine/core';
import { useState } from 'react';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { FilterSelect } from '#design-system/lists/filter-select.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { fullDay } from '#design-system/time/day-words.ts';
import { AgreementsOwed } from '#modules/directory/agreements/pages/agreements-owed.tsx';
import { Said, type SaidWords } from '#modules/duties/pages/said.tsx';
import { DutyWhyLater, useWhySoon } from '#modules/duties/pages/why/duty-why-later.tsx';
import { day } from '#shared/calendar-day.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usualWhose } from '#web/staff/routing/first-page.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import { countWorklist, type OwedItem, WHOSE } from '../contract.ts';
import { GROUPINGS } from '../filters/contract.ts';
import { timeOf } from '../time-of.ts';
import { hrefOf, nameOf, readWish, type Wish } from './today/address.ts';
import { OwedGroups, type OwedGroupsProps } from './today/owed-groups.tsx';
import { SavedFilters } from './today/saved-filters.tsx';
import { summaryOf } from './today/summary.ts';
import styles from './today/today.module.css';
import { useOpening } from './today/use-opening.ts';
import { useWorklist } from './today/use-worklist.ts';
import { words } from './words.ts';

/** The clauses among what is owed, for narrowing to one. */
function clausesIn(items: readonly OwedItem[]): { value: string; label: string }[] {
  const titles = new Map(items.map((item) => [item.clause, item.title]));
  const found = [...titles].map(([value, label]) => ({ value, label }));
  return found.toSorted((a, b) => a.label.localeCompare(b.label));
}

/** The day's work: what is owed by whom and when, why, and what to do about it. */
export default function TodayPage() {
  const seat = useSeat();
  const wish = readWish(usePageQuery(), seat && usualWhose(seat.code));
  const go = useGo();
  useOpening();
  const [said, setSaid] = useState<SaidWords | null>(null);
  useWhySoon();
  const { read, items, whole, today, now } = useWorklist(wish.whose, null);
  const agreements = useRead(countWorklist, {}).data?.agreements ?? 0;
  const open = items.find((item) => nameOf(item) === wish.duty);
  const close = () => go(hrefOf({ ...wish, duty: null }));
  const panel =
    open && today ? (
      <DutyWhyLater item={open} owed={items} today={today} onSaid={setSaid} onClose={close} />
    ) : undefined;
  return (
    <WithPanel panel={panel}>
      <PageHeader
        title={today ? fullDay(day(today)).replace(/ \d{4}$/, '') : 'Today'}
        summary={today ? summaryOf(items, today, agreements, whole) : undefined}
      />
      <Narrowing wish={wish} clauses={clausesIn(items)} go={go} />
      <Said said={said} />
      <AgreementsOwed />
      {read.isPending ? <LoadingState label={words.loading} rows={6} /> : null}
      {read.isError && !read.data ? (
        <FailedState title={words.failed.title} kept={words.failed.kept} onRetry={() => void read.refetch()} />
      ) : null}
      {today && now ? <List wish={wish} items={items} whole={whole} today={today} now={now} /> : null}
      {read.hasNextPage ? (
        <Button variant="default" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {words.more200}
        </Button>
      ) : null}
    </WithPanel>
  );
}

const QUIET_DAYS = [14, 30] as const;

interface NarrowingProps {
  readonly wish: Wish;
  readonly clauses: readonly { value: string; label: string }[];
  readonly go: (href: string) => void;
}

function Narrowing({ wish, clauses, go }: NarrowingProps) {
  const counts = useRead(countWorklist, {});
  const pills = WHOSE.map((whose) => ({
    label: words.whose[whose],
    href: hrefOf({ ...wish, whose, duty: null, clause: null, time: null }),
    count: counts.data?.[whose],
  }));
  const here = hrefOf({ ...wish, duty: null, clause: null, time: null });
  const quiet = QUIET_DAYS.map((days) => ({ days, count: counts.data?.[`quiet${days}`] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ days, count }) => ({ label: words.quiet.one(days, count), href: `/app/youth?whose=mine&quiet=${days}` }));
  return (
    <div className={styles.narrowing}>
      <FilterPills label={words.whose.label} pills={pills} current={here} />
      {quiet.length > 0 ? <FilterPills label={words.quiet.label} pills={quiet} current="" /> : null}
      <div className={styles.selects}>
        <SavedFilters wish={wish} />
        <FilterSelect
          label={words.clause.label}
          choices={[{ value: '', label: words.clause.all }, ...clauses]}
          value={wish.clause ?? ''}
          onChange={(chosen) => go(hrefOf({ ...wish, clause: chosen || null, duty: null }))}
        />
        <FilterSelect
          label={words.group.label}
          choices={GROUPINGS.map((group) => ({ value: group, label: `${words.group.label} ${words.group[group]}` }))}
          value={wish.group}
          onChange={(group) =>
            go(hrefOf({ ...readWish(new URLSearchParams({ group })), whose: wish.whose, clause: wish.clause }))
          }
        />
      </div>
    </div>
  );
}

function List({ wish, items, ...at }: OwedGroupsProps) {
  const shown = items
    .filter((item) => wish.clause === null || item.clause === wish.clause)
    .filter((item) => wish.time === null || timeOf(item, at.today) === wish.time);
  if (shown.length === 0) {
    const empty = wish.clause === null ? words.empty[wish.whose] : words.empty.filtered;
    return <EmptyState title={empty.title}>{empty.says}</EmptyState>;
  }
  return (
    <>
      {wish.time === null ? null : (
        <p className={styles.alone}>
          <a href={hrefOf({ ...wish, time: null, duty: null })}>{words.time.showAll}</a>
        </p>
      )}
      <OwedGroups wish={wish} items={shown} {...at} />
    </>
  );
}
