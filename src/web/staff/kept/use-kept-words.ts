import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSignal } from '../data/signal.ts';
import { connection, sessionStanding } from '../data/standing.ts';
import type { StaffSession } from '../session/session.ts';
import { hasLooked, willLook } from './kept-words.ts';

/**
 * Brings back what this seat wrote in this browser and never arrived: after signing in, after unlocking, and whenever the
 * connection returns. From then on what is written is kept until it has arrived.
 */
export function useKeptWords({ seat, seats }: StaffSession): void {
  const [can] = useState(willLook);
  const open = useSignal(sessionStanding) === 'open';
  const online = useSignal(connection) === 'online';
  const known = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the seats of a session stay what they are
  useEffect(() => {
    if (!can || !open || !online) return;
    const look = async () => {
      const { comeBack } = await import('#modules/drafts/pages/come-back.ts');
      if (
        await comeBack(
          seat.id,
          seats.map(({ id }) => id),
        )
      )
        await known.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('drafts.') });
    };
    // Where this is not to be had, words are as safe as the page they stand on, and it asks before it is closed.
    void look()
      .catch(() => undefined)
      .finally(hasLooked);
  }, [can, open, online, seat.id]);
}
