import { useLocation, useMatches, useParams, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A parameter of the page's address: `usePageParam('chart')` on `/app/youth/$chart`. Throws when the path has none of that name. */
export function usePageParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`this page's path has no $${name}`);
  return value;
}

/** What follows the `?` of the page's address. */
export function usePageQuery(): URLSearchParams {
  return new URLSearchParams(useLocation().searchStr);
}

/** The address of the page that is shown, without what follows its `?`; of the one before while the next is on its way. */
export function usePagePath(): string {
  return useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' });
}

/** Goes to another page. In most places an ordinary link does: `<a href="/app/youth">`. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return useCallback((href) => history.push(href), [history]);
}
