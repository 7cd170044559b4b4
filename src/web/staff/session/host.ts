import { send } from '../api.ts';
import { ApiError } from '../data/api-error.ts';
import { seatInUse } from '../data/standing.ts';
import type { PaletteItem } from '../palette/palette-item.ts';
import type { StaffSession } from './session.ts';

/** What the frame itself asks the server: who is here, and what waits. Pages ask through their slices' contracts. */
export const host = {
  /** `null` when nobody is signed in. A locked session answers too, so that the lock can be shown over its place. */
  async session(): Promise<StaffSession | null> {
    try {
      const session = (await send('GET', '/api/session')) as StaffSession;
      // Before any page asks for something.
      seatInUse.set(session.seat.id);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') return null;
      throw error;
    }
  },

  /** How much waits in the parts of the application, by the names pages give in `nav.count`. */
  counts: async () => (await send('GET', '/api/worklists/counts')) as Readonly<Record<string, number>>,

  /** Youth by part of a name. Sent as a body, because addresses end up in logs. */
  find: async (text: string, abort: AbortSignal) => {
    const answer = (await send('POST', '/api/youth/search', { text }, abort)) as {
      readonly items: readonly PaletteItem[];
    };
    return answer.items;
  },

  takeSeat: (seat: string) => send('POST', '/api/session/seat', { seat }),
  lock: () => send('POST', '/api/session/lock'),
  signOut: () => send('POST', '/api/session/sign-out'),

  /** `null` when the screen is open again, else why not, in words. */
  async unlock(password: string): Promise<string | null> {
    try {
      await send('POST', '/api/session/unlock', { password });
      return null;
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'offline')
        return 'There is no connection. Try again in a moment.';
      return 'That password does not open it. Check capital letters and try again.';
    }
  },
};
