import { RowLink } from '#design-system/lists/row-button.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { listDrafts } from '../contract.ts';
import { placeOfDraft } from './draft-place.ts';
import styles from './drafts-page.module.css';
import { sayWhen } from './say-when.ts';
import { words } from './words.ts';

const said = words.list;

/** What one began to write in this seat and has not signed or sent: of what sort and since when, not whose and not what. */
export default function DraftsPage() {
  const read = useRead(listDrafts, {});
  return (
    <WithPanel>
      <PageHeader title={said.title} />
      <p className={styles.says}>{said.says}</p>
      {read.isPending ? <LoadingState label={said.loading} rows={4} /> : null}
      {read.isError ? (
        <FailedState title={said.failed.title} kept={said.failed.kept} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data ? <Drafts drafts={read.data.drafts} /> : null}
    </WithPanel>
  );
}

function Drafts({ drafts }: AnswerOf<typeof listDrafts>) {
  if (drafts.length === 0) return <EmptyState title={said.empty.title}>{said.empty.says}</EmptyState>;
  return (
    <ul className={styles.list}>
      {drafts.map(({ kind, chart, updatedAt }) => {
        const { what, href } = placeOfDraft(kind, chart);
        return (
          <li key={`${kind} ${chart}`} className={styles.draft}>
            <span>
              {what} <span className={styles.when}>{said.saved(sayWhen(updatedAt))}</span>
            </span>
            {href === null ? null : <RowLink href={href}>{said.goOn}</RowLink>}
          </li>
        );
      })}
    </ul>
  );
}
