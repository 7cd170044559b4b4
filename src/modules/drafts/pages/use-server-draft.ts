import { useCallback, useState } from 'react';
import { systemClock } from '#platform/clock/clock.ts';
import { call } from '#web/staff/api.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { type DraftState, useDraft } from '#web/staff/drafts.ts';
import { copyOf, waitingHere } from '#web/staff/kept/kept-words.ts';
import { Draft, discardDraft, readDraft, saveDraft } from '../contract.ts';

/** The words another window saved while these were written here. */
export interface DraftConflict<T> {
  readonly theirs: T;
}

export interface ServerDraft<T> {
  /** `undefined` until it is known whether there is a draft; `null` when there is none. */
  readonly value: T | null | undefined;
  readonly state: DraftState;
  /** When the server last kept it, in milliseconds since 1970; `null` before. */
  readonly savedAt: number | null;
  readonly conflict: DraftConflict<T> | null;
  readonly write: (value: T) => void;
  /** Saves these words on top of the other window's, or takes the other's. */
  readonly settle: (value: T) => void;
  /** Signed, or not wanted: gone here and on the server. */
  readonly discard: () => Promise<void>;
}

/** A conflict's other version, as the server tells it. */
function theirsOf(error: unknown): Draft | null {
  if (!(error instanceof ApiError) || error.problem?.code !== 'changed-meanwhile') return null;
  const read = Draft.safeParse(error.problem['theirs']);
  return read.success ? read.data : null;
}

/** A draft kept on the server under its kind and chart; `read` makes sure that what comes back fits the form of today. */
export function useServerDraft<T extends object>(
  kind: string,
  chart: string,
  read: (body: Readonly<Record<string, unknown>>) => T | null,
): ServerDraft<T> {
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [conflict, setConflict] = useState<DraftConflict<T> | null>(null);
  const params = { kind, chart };
  const key = `${kind}/${chart}`;
  const draft = useDraft<T>({
    key,
    copy: () => copyOf(key),
    load: async () => {
      const kept = await waitingHere(key);
      const value = kept && read({ ...kept.value });
      if (value) return { ...kept, value };
      const { draft: found } = await call(readDraft, { params });
      return { value: found && read(found.body), base: found?.revision ?? 0 };
    },
    save: async (value, base) => {
      const body = Object.fromEntries(Object.entries(value));
      try {
        const saved = await call(saveDraft, { params, body: { revision: base, body } });
        setSavedAt(systemClock.now());
        return { base: saved.revision };
      } catch (error) {
        const theirs = theirsOf(error);
        const words = theirs ? read(theirs.body) : null;
        if (!theirs || !words) throw error;
        setConflict({ theirs: words });
        return { base: theirs.revision, undecided: true };
      }
    },
  });
  const { write, forget } = draft;
  const settle = useCallback(
    (value: T) => {
      setConflict(null);
      write(value);
    },
    [write],
  );
  const discard = async () => {
    forget();
    await call(discardDraft, { params }).catch(() => undefined);
  };
  return { value: draft.value, state: draft.state, savedAt, conflict, write, settle, discard };
}
