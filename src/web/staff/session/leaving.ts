import { ApiError } from '../data/api-error.ts';
import { signal } from '../data/signal.ts';
import { sessionStanding } from '../data/standing.ts';
import { SIGN_IN } from '../routing/home.ts';
import { host } from './host.ts';

/** Somebody signed out, and the server could not be told yet. */
export const leaving = signal(false);

/**
 * Signs out. Where the server cannot be told, the screen locks at once, so that nobody reads on, and whoever signed out is told
 * that it waits: the session stands until the server ends it.
 */
export async function leave(): Promise<void> {
  try {
    await host.signOut();
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'signed-out')) {
      leaving.set(true);
      sessionStanding.set('locked');
      return;
    }
  }
  location.assign(SIGN_IN);
}

/** How often it is tried again without the browser saying that there is a connection. */
const AGAIN_MS = 5_000;

/** Tries again until the server was told; the answer stops it. */
export function leaveWhenReached(): () => void {
  const again = () => void leave();
  const timer = window.setInterval(again, AGAIN_MS);
  window.addEventListener('online', again);
  return () => {
    window.clearInterval(timer);
    window.removeEventListener('online', again);
  };
}
