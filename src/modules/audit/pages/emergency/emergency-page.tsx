import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { type EmergencyAccess, listEmergencies } from '#modules/access/emergency/contract.ts';
import { Said } from '#modules/duties/pages/said.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import styles from '../audit.module.css';
import { AuditFrame } from '../audit-frame.tsx';
import { capacityOf } from '../capacity-of.ts';
import { sayInstant } from '../say-instant.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { EMERGENCY } from './words.ts';

const STATES = ['to-review', 'open', 'all'] as const;
const hrefOf = (state: (typeof STATES)[number]) =>
  state === 'to-review' ? '/app/audit/emergency' : `/app/audit/emergency?state=${state}`;

/** Emergency access: what waits for the privacy officer's review, what is open, and all of it. */
export default function EmergencyPage() {
  const asked = usePageQuery().get('state');
  const state = STATES.find((one) => one === asked) ?? 'to-review';
  const [reviewing, setReviewing] = useState<EmergencyAccess | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const list = useRead(listEmergencies, { query: { state, limit: 200 } });
  return (
    <AuditFrame title={EMERGENCY.title} hint={EMERGENCY.hint} current="/app/audit/emergency">
      <Said said={said === null ? null : { words: said }} />
      <FilterPills
        label={EMERGENCY.narrow}
        current={hrefOf(state)}
        pills={STATES.map((one) => ({
          label: EMERGENCY.pills[one],
          href: hrefOf(one),
          count: one === 'to-review' ? list.data?.toReview : undefined,
        }))}
      />
      {list.isPending ? <LoadingState label={EMERGENCY.loading} /> : null}
      {list.isError && !list.data ? (
        <FailedState title={EMERGENCY.failed} kept={EMERGENCY.kept} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data ? (
        <Accesses
          rows={list.data.emergencies}
          empty={EMERGENCY.empty[state]}
          onReview={(access) => {
            setSaid(null);
            setReviewing(access);
          }}
        />
      ) : null}
      {reviewing ? (
        <ReviewDialog
          access={reviewing}
          onClose={() => setReviewing(null)}
          onDone={() => {
            setReviewing(null);
            setSaid(EMERGENCY.done);
          }}
        />
      ) : null}
    </AuditFrame>
  );
}

interface AccessesProps {
  readonly rows: readonly EmergencyAccess[];
  readonly empty: readonly [string, string];
  readonly onReview: (access: EmergencyAccess) => void;
}

function Accesses({ rows, empty, onReview }: AccessesProps) {
  const { columns } = EMERGENCY;
  return (
    <DataTable
      caption={EMERGENCY.title}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={empty[0]}>
          <p>{empty[1]}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'when',
          head: columns.when,
          cell: ({ from, until, open }) => (
            <span className={styles.cell}>
              <time dateTime={from}>{sayInstant(from)}</time>
              <span className={styles.small}>{EMERGENCY.until(sayInstant(until))}</span>
              {open ? (
                <span>
                  <Chip tone="brick">{EMERGENCY.open}</Chip>
                </span>
              ) : null}
            </span>
          ),
          sortBy: ({ from }) => from,
        },
        {
          key: 'who',
          head: columns.who,
          cell: ({ by, capacity }) => (
            <span className={styles.cell}>
              {by ?? EMERGENCY.unknown}
              <span className={styles.small}>{capacityOf(capacity)}</span>
            </span>
          ),
          sortBy: ({ by }) => by ?? '',
        },
        {
          key: 'chart',
          head: columns.chart,
          cell: ({ number }) =>
            number === null ? (
              EMERGENCY.number(number)
            ) : (
              <a href={`/app/audit?number=${number}`}>{EMERGENCY.number(number)}</a>
            ),
        },
        { key: 'reason', head: columns.reason, cell: ({ reason }) => <span className={styles.words}>{reason}</span> },
        {
          key: 'review',
          head: columns.review,
          cell: (access) =>
            access.reviewedAt === null ? (
              <Button variant="default" size="xs" onClick={() => onReview(access)}>
                {EMERGENCY.review}
              </Button>
            ) : (
              <span className={styles.cell}>
                <span className={styles.words}>{access.review}</span>
                <span className={styles.small}>
                  {EMERGENCY.reviewedBy(access.reviewedBy, sayInstant(access.reviewedAt))}
                </span>
              </span>
            ),
        },
      ]}
    />
  );
}
