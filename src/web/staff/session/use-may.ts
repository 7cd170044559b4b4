import { useQuery } from '@tanstack/react-query';
import { host } from './host.ts';
import { offers } from './session.ts';

/** Whether the seat in use has a permission: to show or leave out, never to protect; the server decides again. */
export function useMay(): (permission: string) => boolean {
  const session = useQuery({ queryKey: ['session'], queryFn: host.session, staleTime: Number.POSITIVE_INFINITY });
  return (permission) => (session.data ? offers(session.data, permission) : false);
}
