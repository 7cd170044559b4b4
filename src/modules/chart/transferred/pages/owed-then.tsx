import { type Status, StatusMark } from '#design-system/duties/status-mark.tsx';
import { Card } from '#design-system/page/card.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { todayHere } from '#web/staff/here.ts';
import { sayDay } from '../../pages/say.ts';
import styles from './kept.module.css';
import { OPENED } from './words.ts';

/** Whether somebody still had to do it on the day the chart left. */
export const isOpen = ({ state, standing }: OwedItem): boolean =>
  (state === 'open' || state === 'partial' || state === 'delegated') &&
  !['met', 'paused', 'exempted'].includes(standing);

const STATUS: Readonly<Record<string, Status>> = {
  late: 'late',
  amber: 'near',
  today: 'near',
  met: 'met',
  'met-late': 'met',
  exempted: 'exempt',
  impossible: 'exempt',
  paused: 'waiting',
  missed: 'late',
  delegated: 'waiting',
};

/** The duties as they stood when the chart left: what was open first, then what was met or decided. */
export function OwedThen({ owed }: { readonly owed: readonly OwedItem[] }) {
  if (owed.length === 0) return <EmptyState title={OPENED.noOwed.title}>{OPENED.noOwed.says}</EmptyState>;
  const open = owed.filter(isOpen);
  const done = owed.filter((item) => !isOpen(item));
  return (
    <div className={styles.narrow}>
      {open.length > 0 ? (
        <Card title={OPENED.owed.open} hint={OPENED.owed.openHint}>
          <Items items={open} />
        </Card>
      ) : null}
      {done.length > 0 ? (
        <Card title={OPENED.owed.done}>
          <Items items={done} />
        </Card>
      ) : null}
    </div>
  );
}

function Items({ items }: { readonly items: readonly OwedItem[] }) {
  const today = todayHere();
  return (
    <ul className={styles.owed}>
      {items.map((item) => (
        <li key={item.key}>
          <StatusMark status={STATUS[item.standing] ?? 'owed'} words={OPENED.owed.states[item.standing]} />
          <span>
            {item.title} <span className={styles.small}>{item.cite}</span>
          </span>
          <span className={styles.due}>{OPENED.owed.due(sayDay(item.due, today))}</span>
        </li>
      ))}
    </ul>
  );
}
