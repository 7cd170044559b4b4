import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { dayHere } from '#web/staff/here.ts';
import type { QueueItem } from '../../contract.ts';
import { DOMAINS, INTENSITIES, labelIn } from '../labels.ts';
import { GIVE_BACK } from '../opened/give-back-words.ts';
import { standsAt } from '../stands-at.ts';
import { QUEUE } from '../words.ts';
import styles from './queue.module.css';
import { PAGE_SIZE, type QueueStage } from './stages.ts';
import { TaskChips } from './task-chips.tsx';

const about = (item: QueueItem) =>
  [item.age === null ? null : `${item.age} years`, item.county, `no. ${item.number}`].filter(Boolean).join(' · ');

const columns: readonly Column<QueueItem>[] = [
  {
    key: 'received',
    head: QUEUE.columns.received,
    cell: (row) => <DayText day={dayHere(row.receivedAt)} />,
    sortBy: (row) => row.receivedAt,
  },
  {
    key: 'youth',
    head: QUEUE.columns.youth,
    phone: 'lead',
    cell: (row) => (
      <span className={styles.youth}>
        <a className={styles.name} href={`/app/referrals/${row.chart}`}>
          {row.name}
        </a>
        <span className={styles.small}>{about(row)}</span>
      </span>
    ),
    sortBy: (row) => row.name,
  },
  {
    key: 'needs',
    head: QUEUE.columns.needs,
    cell: (row) => (
      <span>
        {row.domains.map((code) => labelIn(DOMAINS, code)).join(', ') || (
          <span className={styles.small}>{QUEUE.noNeed}</span>
        )}
        {row.intensity ? <span className={styles.small}> · {labelIn(INTENSITIES, row.intensity)}</span> : null}
      </span>
    ),
  },
  {
    key: 'stage',
    head: QUEUE.columns.stage,
    phone: 'bare',
    cell: (row) => (
      <span>
        <Chip tone={row.stage === 'assigned' ? 'sky' : 'pine'}>{standsAt(row.stage, row.outcome)}</Chip>
        {row.cameBack ? <span className={styles.small}>{cameBackWords(row.cameBack)}</span> : null}
      </span>
    ),
    sortBy: (row) => row.stage,
  },
  {
    key: 'tasks',
    head: QUEUE.columns.tasks,
    phone: 'bare',
    cell: (row) => <TaskChips codes={row.openTasks} />,
    sortBy: (row) => row.openTasks.length,
  },
  { key: 'holder', head: QUEUE.columns.holder, cell: (row) => row.holderName, sortBy: (row) => row.holderName },
];

/** "came back: the family said no". */
const cameBackWords = (because: NonNullable<QueueItem['cameBack']>): string => {
  if (because === 'not-said' || because === 'other') return QUEUE.cameBack;
  const words: string = GIVE_BACK.because[because];
  return `${QUEUE.cameBack}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

const olderHref = (stage: QueueStage, { receivedAt, chart }: QueueItem) =>
  `/app/referrals?${new URLSearchParams({ stage, before: receivedAt, beforeChart: chart })}`;

export interface QueueTableProps {
  readonly items: readonly QueueItem[];
  readonly stage: QueueStage;
  readonly empty: ReactNode;
}

/** Newest first; a name leads to the referral. */
export function QueueTable({ items, stage, empty }: QueueTableProps) {
  const last = items.at(-1);
  // Of what was decided otherwise, that nothing is open says nothing.
  const says = stage !== 'other-path' || items.some(({ openTasks }) => openTasks.length > 0);
  return (
    <>
      <DataTable
        caption={QUEUE.pills[stage]}
        columns={says ? columns : columns.filter(({ key }) => key !== 'tasks')}
        rows={items}
        rowKey={(row) => row.chart}
        empty={empty}
      />
      {last && items.length === PAGE_SIZE ? (
        <p className={styles.older}>
          <Button component="a" variant="default" href={olderHref(stage, last)}>
            {QUEUE.older}
          </Button>
        </p>
      ) : null}
    </>
  );
}
