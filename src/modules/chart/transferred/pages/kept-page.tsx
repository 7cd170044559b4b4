import { PageHeader } from '#design-system/page/page-header.tsx';
import { Tabs } from '#design-system/page/tabs.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam, usePageQuery } from '#web/staff/routing/use-page.ts';
import { TRANSFERRED_HREF } from '../../pages/list/whose-pills.tsx';
import { sayFullDay } from '../../pages/say.ts';
import { openTransferred } from '../contract.ts';
import styles from './kept.module.css';
import { KeptNotes } from './kept-notes.tsx';
import { KeptTimeline } from './kept-timeline.tsx';
import { isOpen, OwedThen } from './owed-then.tsx';
import { OPENED } from './words.ts';

/** What this agency recorded in a chart it handed over: to read, and nothing of what came after. */
export default function KeptPage() {
  const chart = usePageParam('chart');
  const read = useRead(openTransferred, { params: { chart } });
  return (
    <WithPanel>
      {read.data ? <Kept kept={read.data} /> : null}
      {read.isPending ? <LoadingState label={OPENED.loading} rows={6} /> : null}
      {read.isError && !read.data ? <NotShown read={read} /> : null}
    </WithPanel>
  );
}

/** The same words for a chart that came back and one this seat may not see. */
function NotShown({ read }: { readonly read: ReturnType<typeof useRead<typeof openTransferred>> }) {
  const gone = read.error?.problem?.status === 404;
  const { title } = gone ? OPENED.gone : OPENED.failed;
  return (
    <>
      <PageHeader title={title} />
      {gone ? (
        <EmptyState title={title}>{OPENED.gone.says}</EmptyState>
      ) : (
        <FailedState {...OPENED.failed} onRetry={() => void read.refetch()} />
      )}
    </>
  );
}

const PARTS = ['notes', 'timeline', 'owed'] as const;

function Kept({ kept }: { readonly kept: AnswerOf<typeof openTransferred> }) {
  const { header, notes, marks, owed } = kept;
  const asked = usePageQuery().get('show');
  const part = PARTS.find((one) => one === asked) ?? 'notes';
  const base = `/app/youth/${header.chart}/transferred`;
  const hrefOf = (one: (typeof PARTS)[number]) => (one === 'notes' ? base : `${base}?show=${one}`);
  const standing = notes.filter(({ amendedBy }) => amendedBy === null);
  const counts = { notes: standing.length, timeline: marks.length, owed: owed.filter(isOpen).length };
  return (
    <>
      <p className={styles.back}>
        <a href={TRANSFERRED_HREF}>{OPENED.back}</a>
      </p>
      <PageHeader
        title={header.name}
        summary={OPENED.about(header.number, header.born === null ? null : sayFullDay(header.born))}
      />
      <p className={styles.left}>
        <strong>{OPENED.went(header.toAgency, sayFullDay(header.leftOn))}</strong> {OPENED.says}
      </p>
      <div className={styles.tabs}>
        <Tabs
          label={OPENED.parts.label}
          current={hrefOf(part)}
          tabs={PARTS.map((one) => ({ label: OPENED.parts[one], href: hrefOf(one), count: counts[one] }))}
        />
      </div>
      {part === 'notes' ? <KeptNotes notes={notes} /> : null}
      {part === 'timeline' ? <KeptTimeline marks={marks} base={base} notes={standing} /> : null}
      {part === 'owed' ? <OwedThen owed={owed} /> : null}
    </>
  );
}
