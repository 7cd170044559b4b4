import { DutyGroup, DutyList } from '#design-system/duties/duty-group.tsx';
import type { OwedItem } from '../../contract.ts';
import { hrefOf, nameOf, type Wish } from './address.ts';
import { byTime, byWord } from './grouping.ts';
import { OwedRow } from './owed-row.tsx';
import { soFar } from './summary.ts';
import styles from './today.module.css';

export interface OwedGroupsProps {
  readonly wish: Wish;
  readonly items: readonly OwedItem[];
  /** Whether that is all; otherwise counts say "so far". */
  readonly whole: boolean;
  readonly today: string;
  readonly now: string;
}

/** What is owed, under headings: by time, by what is asked, or by youth. */
export function OwedGroups({ wish, items, whole, today, now }: OwedGroupsProps) {
  const rows = (list: readonly OwedItem[]) =>
    list.map((item) => (
      <OwedRow
        key={nameOf(item)}
        item={item}
        href={hrefOf({ ...wish, duty: nameOf(item) })}
        today={today}
        now={now}
        selected={nameOf(item) === wish.duty}
        inChart={wish.group === 'youth'}
      />
    ));
  if (wish.group === 'due') {
    return byTime(items, today).map(({ time, items: list }) => (
      <DutyGroup key={time} time={time} count={soFar(list.length, whole)} href={hrefOf({ ...wish, time, duty: null })}>
        {rows(list)}
      </DutyGroup>
    ));
  }
  return byWord(items, wish.group).map(({ name, items: list }) => (
    <section key={name} className={styles.group} aria-label={name}>
      <h2 className={styles.heading}>
        {wish.group === 'youth' ? <a href={`/app/youth/${list[0]?.chart ?? ''}`}>{name}</a> : name}
      </h2>
      <DutyList>{rows(list)}</DutyList>
    </section>
  ));
}
