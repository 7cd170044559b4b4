import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import type { StaffPage } from './page.ts';
import { SIGN_IN } from './routing/home.ts';
import { PageLoading, PageNotFound } from './routing/page-states.tsx';
import { useGo } from './routing/use-page.ts';
import { host } from './session/host.ts';
import { offers } from './session/session.ts';
import { SignedIn } from './signed-in.tsx';

function useCurrentPage(): StaffPage | undefined {
  return useMatches().at(-1)?.staticData.page;
}

/** Around every page: decides between the pages before signing in and the frame of those after it. */
export function Frame() {
  const page = useCurrentPage();
  useEffect(() => {
    document.title = page ? `${page.title} · Kinfold` : 'Kinfold';
  }, [page]);
  if (page?.beforeSignIn) {
    return (
      <main id="main">
        <Outlet />
      </main>
    );
  }
  return <WithSession page={page} />;
}

function WithSession({ page }: { readonly page: StaffPage | undefined }) {
  const session = useQuery({ queryKey: ['session'], queryFn: host.session, staleTime: Number.POSITIVE_INFINITY });
  if (session.isPending) return <PageLoading />;
  if (session.isError) {
    return (
      <main id="main">
        <FailedState
          title="Kinfold cannot be reached"
          kept="Nothing was lost. This page tries again when you ask it to."
          onRetry={() => void session.refetch()}
        />
      </main>
    );
  }
  if (session.data === null) return <ToSignIn />;
  return (
    <SignedIn session={session.data}>{offers(session.data, page?.permission) ? <Outlet /> : <PageNotFound />}</SignedIn>
  );
}

/** Keeps where one was going, as a path, so that signing in leads there. */
function ToSignIn() {
  const go = useGo();
  const { pathname, searchStr } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address first asked for
  useEffect(() => go(`${SIGN_IN}?to=${encodeURIComponent(pathname + searchStr)}`), []);
  return <PageLoading />;
}
