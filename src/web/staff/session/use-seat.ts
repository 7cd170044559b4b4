import { useQuery } from '@tanstack/react-query';
import { host } from './host.ts';
import type { Seat } from './session.ts';

/** The seat in use; undefined while that is not known yet. */
export function useSeat(): Seat | undefined {
  const session = useQuery({ queryKey: ['session'], queryFn: host.session, staleTime: Number.POSITIVE_INFINITY });
  return session.data?.seat;
}
