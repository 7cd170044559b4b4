import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { Story } from '#design-system/story.ts';
import { createQueryClient } from '#web/staff/data/query-client.ts';
import { createStaffRouter } from '#web/staff/routes.tsx';
import { delegateLinks } from '#web/staff/routing/link-delegation.ts';
import sessions from './sessions.json';
import { type Mood, tellServer } from './told-server.ts';

/** A page as the demo showed it, written down by `scripts/record-stories.mjs`. Everybody in it is invented. */
export interface Recorded {
  /** Whose seat was looked from; `null` before signing in. */
  readonly as: string | null;
  /** The address looked at. */
  readonly at: string;
  /** What the server said: "GET /api/charts?whose=mine" and its answer. */
  readonly answers: Readonly<Record<string, unknown>>;
}

const sessionOf = (as: string | null): unknown =>
  as === null ? null : Object.entries(sessions).find(([who]) => who === as)?.[1];

function Page({ recorded, mood }: { readonly recorded: Recorded; readonly mood: Mood }) {
  const [{ router, client }] = useState(() => {
    tellServer(recorded, sessionOf(recorded.as), mood);
    const made = createStaffRouter(createMemoryHistory({ initialEntries: [recorded.at] }));
    delegateLinks(made);
    return { router: made, client: createQueryClient() };
  });
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** A page of the staff application in its frame: full, with nothing in it, while it loads, and when it cannot be read. */
export function pageStory(name: string, recorded: Recorded): Story {
  return {
    name,
    screen: true,
    states: {
      full: () => <Page recorded={recorded} mood="full" />,
      empty: () => <Page recorded={recorded} mood="empty" />,
      loading: () => <Page recorded={recorded} mood="loading" />,
      failing: () => <Page recorded={recorded} mood="failing" />,
    },
  };
}
