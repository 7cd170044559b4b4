import { Button } from '@mantine/core';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { Said } from '#modules/duties/pages/said.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readQueue } from '../../contract.ts';
import { QUEUE } from '../words.ts';
import styles from './queue.module.css';
import { QueueTable } from './queue-table.tsx';
import { firstStage, hrefOf, PAGE_SIZE, pillsFor, type QueueStage, stageIn } from './stages.ts';

/** Referrals by what they wait for. The administrator sees all of them, an organization those offered to it. */
export default function QueuePage() {
  const may = useMay();
  const query = usePageQuery();
  const decides = may('referral.decide');
  const stage = stageIn(query.get('stage')) ?? firstStage(decides);
  const end = { before: query.get('before') ?? undefined, beforeChart: query.get('beforeChart') ?? undefined };
  const queue = useRead(readQueue, { query: { stage, limit: PAGE_SIZE, ...end } });
  return (
    <WithPanel>
      <PageHeader title={QUEUE.title} actions={<Actions may={may} />} />
      <Said said={query.get('returned') === null ? null : { words: QUEUE.returned }} />
      <div className={styles.pills}>
        <FilterPills label={QUEUE.narrow} pills={pillsFor(decides, queue.data?.counts)} current={hrefOf(stage)} />
      </div>
      {queue.isPending ? <LoadingState label={QUEUE.loading} rows={6} /> : null}
      {queue.isError ? (
        <FailedState title={QUEUE.failed} kept={QUEUE.kept} onRetry={() => void queue.refetch()} />
      ) : null}
      {queue.data ? <QueueTable items={queue.data.items} stage={stage} empty={<Nothing stage={stage} />} /> : null}
    </WithPanel>
  );
}

function Actions({ may }: { readonly may: (permission: string) => boolean }) {
  return (
    <>
      {may('referral.import') ? (
        <Button component="a" href="/app/import" variant="default">
          {QUEUE.importFile}
        </Button>
      ) : null}
      {may('referral.register') ? (
        <Button component="a" href="/app/referrals/new">
          {QUEUE.register}
        </Button>
      ) : null}
      {may('referral.record') ? (
        <Button component="a" href="/app/referrals/recorded">
          {QUEUE.record}
        </Button>
      ) : null}
    </>
  );
}

function Nothing({ stage }: { readonly stage: QueueStage }) {
  const [title, why] = QUEUE.empty[stage];
  return (
    <EmptyState title={title}>
      <p>{why}</p>
    </EmptyState>
  );
}
