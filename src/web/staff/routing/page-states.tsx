import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';

import { HOME } from './home.ts';

/** While a page's code is on its way. */
export function PageLoading() {
  return (
    <WithPanel>
      <LoadingState label="Loading the page" rows={6} />
    </WithPanel>
  );
}

/** A page that broke: the rest of the application stays. */
export function PageFailed({ reset }: { readonly reset: () => void }) {
  return (
    <WithPanel>
      <PageHeader title="This page could not be shown" />
      <FailedState
        title="Something went wrong on our side"
        kept="Nothing was lost: what you saved is saved, and drafts are kept."
        onRetry={reset}
      />
    </WithPanel>
  );
}

/** An address that leads nowhere, or nowhere this seat may go: the same words, so that nothing is given away. */
export function PageNotFound() {
  return (
    <WithPanel>
      <PageHeader title="Nothing here" />
      <EmptyState title="There is no such page in this seat">
        <p>
          It may belong to another of your seats, or the address may be mistyped.{' '}
          <a href={HOME}>Go to where you begin</a>
        </p>
      </EmptyState>
    </WithPanel>
  );
}
