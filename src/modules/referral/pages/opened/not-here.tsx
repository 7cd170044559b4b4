import { PageHeader } from '#design-system/page/page-header.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import type { useRead } from '#web/staff/data/use-read.ts';
import type { openReferral } from '../../contract.ts';
import { NOT_HERE } from './not-here-words.ts';
import { OPENED } from './opened-words.ts';

/** Instead of a referral: it went on to somebody else or was never there, told apart by nobody; or it could not be fetched. */
export function NotHere({ read }: { readonly read: ReturnType<typeof useRead<typeof openReferral>> }) {
  const gone = [404, 422].includes(read.error?.problem?.status ?? 0);
  return (
    <>
      <PageHeader title={OPENED.page} />
      {gone ? (
        <EmptyState title={NOT_HERE.title} action={<a href="/app/referrals">{OPENED.back}</a>}>
          {NOT_HERE.says}
        </EmptyState>
      ) : (
        <FailedState title={OPENED.failed} kept={OPENED.kept} onRetry={() => void read.refetch()} />
      )}
    </>
  );
}
