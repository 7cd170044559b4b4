import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from '#web/staff/data/api-error.ts';
import { problemWords } from '../problem-words.ts';
import { StepUpDialog } from './step-up-dialog.tsx';

/** What says that a fresh proof is wanted first. */
const wantsProof = (error: unknown) => error instanceof ApiError && error.problem?.code === 'step-up-needed';

export interface Careful {
  readonly busy: boolean;
  readonly problem: string | null;
  readonly done: string | null;
  /** Does something about one's means of signing in; asks for a fresh proof where one is wanted, and then does it. */
  readonly run: (work: () => Promise<unknown>, done?: string) => void;
  /** To be put somewhere in the part. */
  readonly dialog: ReactNode;
}

/** Changes to how one signs in: each may ask for a fresh proof, and each makes what is shown stale. */
export function useCareful(): Careful {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const known = useQueryClient();
  const run = async (work: () => Promise<unknown>, said?: string) => {
    setBusy(true);
    setProblem(null);
    setDone(null);
    try {
      await work();
      setDone(said ?? null);
      await known.invalidateQueries({ predicate: ({ queryKey }) => /^(sign-in|session)\.?/.test(String(queryKey[0])) });
    } catch (error) {
      if (wantsProof(error)) setWaiting(() => () => void run(work, said));
      else setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  };
  const proved = () => {
    setWaiting(null);
    waiting?.();
  };
  const dialog = <StepUpDialog open={waiting !== null} onProved={proved} onClose={() => setWaiting(null)} />;
  return { busy, problem, done, run: (work, said) => void run(work, said), dialog };
}
