import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftKeeper, type DraftState } from './data/draft-keeper.ts';

export type { DraftState } from './data/draft-keeper.ts';

export interface DraftSource<T> {
  /** Which draft: "contact/<chart>". Another key is another draft. */
  readonly key: string;
  /** The draft on the server, or `null` when there is none. */
  readonly load: () => Promise<T | null>;
  readonly save: (value: T) => Promise<void>;
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

/** A draft that outlives timeouts, lost tabs and signing in again, because it rests on the server and nowhere else. */
export function useDraft<T>(source: DraftSource<T>): Draft<T> {
  const latest = useRef(source);
  latest.current = source;
  const [value, setValue] = useState<T | null>();
  const [state, setState] = useState<DraftState>('saved');
  const [keeper, setKeeper] = useState<DraftKeeper<T> | null>(null);
  const { key } = source;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone says that it is another draft
  useEffect(() => {
    let current = true;
    const { save, load } = latest.current;
    const made = new DraftKeeper<T>({ save, later, onState: (next) => current && setState(next) });
    setKeeper(made);
    setValue(undefined);
    setState('saved');
    load().then(
      (found) => current && setValue((written) => written ?? found),
      () => current && setValue((written) => written ?? null),
    );
    return () => {
      current = false;
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
