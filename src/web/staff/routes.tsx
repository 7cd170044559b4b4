import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import type { StaffPage } from './page.ts';
import { focusHeading } from './routing/announce-page.ts';
import { PageFailed, PageLoading, PageNotFound } from './routing/page-states.tsx';
import { pages } from './routing/pages.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page an address shows; the frame reads its title and permission. */
    readonly page?: StaffPage;
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: PageNotFound });

const children = pages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { page },
  }),
);

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
