import type { readSession } from '#modules/access/contract.ts';
import type { searchCharts } from '#modules/chart/contract.ts';
import type { countWorklist } from '#modules/worklists/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { send } from '../api.ts';
import { ApiError } from '../data/api-error.ts';
import { seatInUse, sessionStanding } from '../data/standing.ts';
import { waitWords } from '../data/wait-words.ts';
import { foundItem, opensChart } from '../palette/found-item.ts';
import type { PaletteItem } from '../palette/palette-item.ts';
import { LOCK, type LockLanguage } from './lock-words.ts';
import { ownProvider } from './own-provider.ts';
import { forgetSeat, seatToTake } from './seat-memory.ts';
import type { Seat, StaffSession } from './session.ts';

type SessionAnswer = AnswerOf<typeof readSession>;

const seatFrom = (seat: SessionAnswer['seats'][number]): Seat => ({
  id: seat.id,
  code: seat.capacity,
  capacity: seat.title ?? seat.label,
  agency: seat.agencyShort,
  programme: seat.programme,
});

/** The session as the frame uses it, in the seat this window sits in; `null` for somebody without a seat among staff. */
async function sessionFrom(answer: SessionAnswer): Promise<StaffSession | null> {
  const seat = seatToTake(answer.seats);
  if (!seat) return null;
  const { password, passkey } = answer.means;
  const provider =
    password || passkey ? null : await ownProvider(answer.seats.map(({ agency }) => agency)).catch(() => null);
  return {
    person: answer.person,
    seats: answer.seats.map(seatFrom),
    seat: seatFrom(seat),
    permissions: seat.permissions,
    means: { password, passkey, provider },
    idleMinutes: answer.idleMinutes,
    demonstration: document.querySelector('meta[name="kinfold-demonstration"]') !== null,
  };
}

async function search(text: string, abort: AbortSignal) {
  const answer = (await send('POST', '/api/search', { text }, abort)) as AnswerOf<typeof searchCharts>;
  return answer.found;
}

/** What the frame itself asks the server: who is here, and what waits. Pages ask through their slices' contracts. */
export const host = {
  /** `null` when nobody is signed in. A locked session answers too, so that the lock can be shown over its place. */
  async session(): Promise<StaffSession | null> {
    try {
      const answer = (await send('GET', '/api/session')) as SessionAnswer;
      const session = await sessionFrom(answer);
      // Before any page asks for something.
      seatInUse.set(session?.seat.id ?? null);
      sessionStanding.set(answer.locked ? 'locked' : 'open');
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') return null;
      throw error;
    }
  },

  /**
   * Whether this person's session is open again, after they signed in elsewhere. Only then does the screen open: whoever else
   * signed in there meanwhile must not see what stands behind the lock.
   */
  async lookAgain(person: string): Promise<'open' | 'not-yet' | 'another'> {
    const answer = (await send('GET', '/api/session')) as SessionAnswer;
    if (answer.person.id !== person) return 'another';
    const seat = seatToTake(answer.seats);
    if (answer.locked || !seat) return 'not-yet';
    seatInUse.set(seat.id);
    sessionStanding.set('open');
    return 'open';
  },

  /** How much waits in the parts of the application, by the names pages give in `nav.count`. */
  counts: async () => (await send('GET', '/api/worklist/counts')) as AnswerOf<typeof countWorklist>,

  /** Youth by part of a name. Sent as a body, because addresses end up in logs. */
  find: async (text: string, abort: AbortSignal): Promise<readonly PaletteItem[]> =>
    (await search(text, abort)).map(foundItem),

  /** The same, of those whose chart this seat opens: a note goes nowhere else. */
  findCharts: async (text: string, abort: AbortSignal): Promise<readonly PaletteItem[]> =>
    (await search(text, abort)).filter(opensChart).map(foundItem),

  lock: () => send('POST', '/api/session/lock'),
  signOut: async () => {
    await send('DELETE', '/api/session');
    forgetSeat();
  },

  /** `null` when the screen is open again, else why not, in the language of whoever it is. */
  unlock: (password: string, language: LockLanguage): Promise<string | null> =>
    unlocked(() => send('POST', '/api/session/unlock', { password }), 'wrongPassword', language),

  /** The same with a passkey. Its code is loaded when somebody asks for it. */
  unlockWithPasskey: (language: LockLanguage): Promise<string | null> =>
    unlocked(
      async () => {
        const { usedPasskey } = await import('#modules/access/pages/passkey.ts');
        return send('POST', '/api/session/unlock', { passkey: await usedPasskey({ for: 'own-session' }) });
      },
      'wrongPasskey',
      language,
    ),
};

async function unlocked(
  run: () => Promise<unknown>,
  refused: 'wrongPassword' | 'wrongPasskey',
  language: LockLanguage,
): Promise<string | null> {
  const words = LOCK[language];
  try {
    await run();
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) return words[refused];
    if (error.kind === 'offline') return words.offline;
    return waitWords(error, language) ?? words[refused];
  }
}
