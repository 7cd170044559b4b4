import type { Copy, Unsent } from '../data/draft-keeper.ts';
import { newId } from '../data/new-id.ts';
import { signal } from '../data/signal.ts';
import type { Keeping } from './keeping.ts';

/*
 * What the open page knows of words kept in this browser: little, for it is part of the first page. How they are kept is
 * fetched after that (`modules/drafts/pages/come-back.ts`).
 */

/** Words that were written without a connection and are back. */
export interface BackWords {
  /** Which draft: "note/<chart>". */
  readonly draft: string;
  /** When they were written, in milliseconds since 1970. */
  readonly keptAt: number;
  /** The server has them; or it has other words too, and both are shown where the draft is opened. */
  readonly how: 'arrived' | 'undecided';
}

export const backWords = signal<readonly BackWords[]>([]);

/** How many drafts of the same person wait here for another of their seats to be taken. */
export const waitElsewhere = signal(0);

/** Keeps sealed words in this browser; `null` while there is no key for it. */
export const keeping = signal<Keeping | null>(null);

/** Whether it is known what was kept here before, or that this cannot be known. */
const looked = signal(true);

/** Browsers seal only for https and for this very computer; elsewhere a page asks before it is closed, and that is all. */
const canKeep = (): boolean => window.isSecureContext && 'indexedDB' in window && 'locks' in navigator;

/** Drafts that are opened wait until somebody has looked; answers whether there is anything to look into. */
export function willLook(): boolean {
  looked.set(!canKeep());
  return canKeep();
}

export const hasLooked = (): void => looked.set(true);

const afterLooking = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = looked.watch(() => {
      stop();
      resolve();
    });
    if (looked.get()) resolve();
  });

/** Drafts whose kept words could not be put back unasked, with the id of the copy. */
const undecided = new Map<string, string>();

export const leaveUndecided = (draft: string, id: string): Map<string, string> => undecided.set(draft, id);

/** The copy of a draft's words in this browser; it keeps nothing while there is no key. */
export function copyOf(draft: string, id: string = newId()): Copy<object> {
  return {
    keep: async (value, base) => keeping.get()?.keep(id, { draft, base, body: { ...value } }),
    remove: async () => {
      if (undecided.get(draft) === id) undecided.delete(draft);
      await keeping.get()?.remove(id);
    },
  };
}

/** The words of a draft that wait here for their writer; null where none do. They are this window's from then on. */
export async function waitingHere(draft: string): Promise<Unsent<object> | null> {
  await afterLooking();
  const id = undecided.get(draft);
  if (id === undefined) return null;
  const words = await keeping
    .get()
    ?.claim(id)
    .catch(() => null);
  return words ? { value: words.body, base: words.base, copy: copyOf(draft, id) } : null;
}
