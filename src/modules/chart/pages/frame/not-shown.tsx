import { PageHeader } from '#design-system/page/page-header.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import type { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import type { openChart } from '../../contract.ts';
import { words } from '../words.ts';

/** Instead of a chart: the same words for one that does not exist and one this seat may not see. */
export function NotShown({ read }: { readonly read: ReturnType<typeof useRead<typeof openChart>> }) {
  const mayTake = useMay()('emergency.take');
  // An address that cannot be a chart's is told from one that is none no more than by the server's code.
  if ([404, 422].includes(read.error?.problem?.status ?? 0)) {
    return (
      <>
        <PageHeader title={words.gone.title} />
        <EmptyState title={words.gone.nothing}>
          <p>{words.gone.says}</p>
          {mayTake ? (
            <p>
              {words.gone.safety} <a href="/app/emergency">{words.gone.emergency}</a>
            </p>
          ) : null}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.failed.title} />
      <FailedState title={words.failed.title} kept={words.failed.kept} onRetry={() => void read.refetch()} />
    </>
  );
}
