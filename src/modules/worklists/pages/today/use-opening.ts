import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { listFilters } from '../../filters/contract.ts';
import { addressOf } from './address.ts';

/** At the plain address, goes on to the filter this seat opens with; in its place, so that going back does not come here again. */
export function useOpening(): void {
  const { history } = useRouter();
  const plain = usePageQuery().size === 0;
  const { data } = useRead(listFilters, {});
  const opening = data?.filters.find(({ id }) => id === data.opensWith)?.filter;
  useEffect(() => {
    if (plain && opening) history.replace(addressOf(opening));
  }, [plain, opening, history]);
}
