import { useState } from 'react';
import { problemWords } from './problem-words.ts';

export interface Attempt {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Runs something that may be refused; answers whether it went through. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
}

/** One thing tried at a time, and why the last did not work, in `wordsOf` it; `before` is why one elsewhere did not. */
export function useAttempt(before: string | null = null, wordsOf: (error: unknown) => string = problemWords): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(before);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
