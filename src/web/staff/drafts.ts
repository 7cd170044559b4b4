import { useCallback, useEffect, useRef, useState } from 'react';
import { type Copy, DraftKeeper, type DraftState, type Sent, type Unsent } from './data/draft-keeper.ts';

export type { DraftState } from './data/draft-keeper.ts';

/** What the server has of a draft, and its revision. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly base: number;
}

export interface DraftSource<T> {
  /** Which draft: "contact/<chart>". Another key is another draft. */
  readonly key: string;
  /** The draft on the server, or words of it that never arrived there. */
  readonly load: () => Promise<Loaded<T> | Unsent<T>>;
  readonly save: (value: T, base: number) => Promise<Sent>;
  /** Where its words rest until they have arrived. */
  readonly copy: () => Copy<T>;
}

export interface Draft<T> {
  /** `undefined` until it is known whether there is a draft; `null` when there is none. */
  readonly value: T | null | undefined;
  readonly state: DraftState;
  readonly write: (value: T) => void;
  /** After signing or throwing away: nothing more is sent. */
  readonly forget: () => void;
}

const later = (run: () => void, milliseconds: number) => {
  const timer = window.setTimeout(run, milliseconds);
  return () => window.clearTimeout(timer);
};

/** Keepers of forms that were left: they go on sending, and a form of the same draft takes over what has not arrived. */
const left = new Map<string, Pick<DraftKeeper<unknown>, 'handOver'>>();

/** What a form of the same draft left unsent in this window. Another key is another draft, so the words are of its type. */
function leftUnsent<T>(key: string): Unsent<T> | null {
  const words = left.get(key)?.handOver() ?? null;
  left.delete(key);
  return words as Unsent<T> | null;
}

/** Sends what waits when the page is hidden or the connection returns, and asks before a page with unsent words is closed. */
function usePageEnds(keeper: Pick<DraftKeeper<unknown>, 'flush'> | null, state: DraftState) {
  useEffect(() => {
    const flush = () => void keeper?.flush();
    const ask = (event: BeforeUnloadEvent) => {
      if (state !== 'saved') event.preventDefault();
    };
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', ask);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', ask);
    };
  }, [keeper, state]);
}

/** A draft that outlives timeouts, lost tabs and signing in again: on the server, and sealed in this browser until it is there. */
export function useDraft<T>(source: DraftSource<T>): Draft<T> {
  const latest = useRef(source);
  latest.current = source;
  const [value, setValue] = useState<T | null>();
  const [state, setState] = useState<DraftState>('saved');
  const [keeper, setKeeper] = useState<DraftKeeper<T> | null>(null);
  const { key } = source;

  // The key alone says that it is another draft.
  useEffect(() => {
    let current = true;
    const { save, load, copy } = latest.current;
    const made = new DraftKeeper<T>({ save, copy: copy(), later, onState: (next) => current && setState(next) });
    const show = (found: T | null) => current && setValue((written) => written ?? found);
    const begin = (found: Loaded<T> | Unsent<T>) => {
      if (!current) return;
      if ('copy' in found) made.resume(found);
      else made.buildOn(found.base);
      show(found.value);
    };
    setKeeper(made);
    setValue(undefined);
    setState('saved');
    const unsent = leftUnsent<T>(key);
    if (unsent) begin(unsent);
    else load().then(begin, () => show(null));
    return () => {
      current = false;
      left.set(key, made);
      void made.flush();
    };
  }, [key]);
  usePageEnds(keeper, state);

  const write = useCallback(
    (next: T) => {
      setValue(next);
      keeper?.write(next);
    },
    [keeper],
  );
  const forget = useCallback(() => {
    keeper?.forget();
    setState('saved');
  }, [keeper]);
  return { value, state, write, forget };
}
