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

interface Failed {
  readonly reset: () => void;
}

/** A page that broke: the rest of the application stays. */
export function PageFailed({ reset }: Failed) {
  return (
    <WithPanel>
      <PageHeader title="This page could not be shown" />
      <Broken title="Something went wrong on our side" reset={reset} />
    </WithPanel>
  );
}

/** A page within a frame that broke: the frame stays, and has the heading. */
export function PartFailed({ reset }: Failed) {
  return (
    <WithPanel>
      <Broken title="This page could not be shown: something went wrong on our side" reset={reset} />
    </WithPanel>
  );
}

const UNFETCHED = {
  title: 'This page is not here yet',
  kept: 'It could not be fetched; there may be no connection. It comes by itself when there is one. Drafts are kept.',
} as const;

/** A page whose code could not be fetched; `within` a frame, the frame has the heading. */
export function PageUnfetched({ within, onRetry }: { readonly within: boolean; readonly onRetry: () => void }) {
  return (
    <WithPanel>
      {within ? null : <PageHeader title="Waiting for the connection" />}
      <FailedState title={UNFETCHED.title} kept={UNFETCHED.kept} onRetry={onRetry} />
    </WithPanel>
  );
}

function Broken({ title, reset }: Failed & { readonly title: string }) {
  return (
    <FailedState title={title} kept="Nothing was lost: what you saved is saved, and drafts are kept." onRetry={reset} />
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
