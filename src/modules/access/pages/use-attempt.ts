import { useState } from 'react';
import type { Language } from './doorstep-words/doorstep-words.ts';
import { problemWords } from './problem-words.ts';

export interface Attempt {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Runs something that may be refused; answers whether it went through. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
}

/** One thing tried at a time, and why the last did not work, in a language; `before` is why one elsewhere did not. */
export function useAttempt(language: Language = 'en', before: string | null = null): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setTried(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const said = problem === null ? null : problemWords(problem, language);
  return { busy, problem: tried ? said : before, run };
}
