import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import type { StaffPage } from './page.ts';
import { firstPage } from './routing/first-page.ts';
import { HOME, SIGN_IN } from './routing/home.ts';
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
    // Those before signing in say theirs themselves, in the language they are read in.
    if (!page?.beforeSignIn) document.title = page ? `${page.title} · Kinfold` : 'Kinfold';
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
  const { searchStr } = useLocation();
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
  const first = firstPage(session.data.seat.code);
  if (page?.path === HOME && searchStr === '' && first !== HOME) return <Onward to={first} />;
  return (
    <SignedIn session={session.data}>{offers(session.data, page?.permission) ? <Outlet /> : <PageNotFound />}</SignedIn>
  );
}

/** From the plain address to the page this seat's day begins on, in its place, so that going back does not come here again. */
function Onward({ to }: { readonly to: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(to), [history, to]);
  return <PageLoading />;
}

/** Keeps where one was going, as a path, so that signing in leads there. */
function ToSignIn() {
  const go = useGo();
  const { pathname, searchStr } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address first asked for
  useEffect(() => go(`${SIGN_IN}?to=${encodeURIComponent(pathname + searchStr)}`), []);
  return <PageLoading />;
}
