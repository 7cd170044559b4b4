import { type AnyRoute, createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import type { Load, PageFrame, StaffPage } from './page.ts';
import { focusHeading } from './routing/announce-page.ts';
import { later } from './routing/later.tsx';
import { PageFailed, PageLoading, PageNotFound, PageUnfetched, PartFailed } from './routing/page-states.tsx';
import { pages } from './routing/pages.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page an address shows; the frame reads its title and permission. */
    readonly page?: StaffPage;
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: PageNotFound });

const fetched = (load: Load, within: boolean) =>
  later(() => load().then((code) => code.default), {
    waiting: () => <PageLoading />,
    failed: (_, onRetry) => <PageUnfetched within={within} onRetry={onRetry} />,
  });

const routeOf = (page: StaffPage, parent: AnyRoute) =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: fetched(page.load, page.within !== undefined),
    staticData: { page },
    ...(page.within ? { errorComponent: ({ reset }) => <PartFailed reset={reset} /> } : {}),
  });

/** The pages within a frame, and the frame around them. */
function framed(frame: PageFrame) {
  const around = createRoute({
    getParentRoute: () => root,
    id: frame.name,
    component: fetched(frame.load, false),
  });
  return around.addChildren(pages.filter(({ within }) => within === frame).map((page) => routeOf(page, around)));
}

const frames = new Set(pages.flatMap(({ within }) => within ?? []));
const children = [
  ...pages.filter(({ within }) => !within).map((page) => routeOf(page, root)),
  ...[...frames].map(framed),
];

/** The addresses of the staff application, from the pages the slices list. */
export function createStaffRouter(history?: RouterHistory) {
  const router = createRouter({
    routeTree: root.addChildren(children),
    scrollRestoration: true,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: ({ reset }) => <PageFailed reset={reset} />,
    ...(history ? { history } : {}),
  });
  // The first page is announced by the browser; those after it by us.
  router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) focusHeading();
  });
  return router;
}
