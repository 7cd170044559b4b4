import { useQuery } from '@tanstack/react-query';
import { host } from '../session/host.ts';
import { offers } from '../session/session.ts';
import { navPages } from './pages.ts';

/** The parts of the application this seat may open, besides the one its day begins on. */
export function usePlaces(): readonly { readonly path: string; readonly label: string }[] {
  const session = useQuery({ queryKey: ['session'], queryFn: host.session, staleTime: Number.POSITIVE_INFINITY });
  const { data } = session;
  if (!data) return [];
  return navPages((permission) => offers(data, permission))
    .filter(({ nav }) => !nav.onlyFirst)
    .map(({ path, nav }) => ({ path, label: nav.label }));
}
