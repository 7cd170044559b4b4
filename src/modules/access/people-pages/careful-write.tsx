import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AnswerOf, Operation } from '#platform/http/operation.ts';
import type { CallInput } from '#web/staff/api.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { readPeople } from '../contract.ts';
import { StepUpDialog } from '../pages/account/step-up-dialog.tsx';
import { PROOF } from './words.ts';

export interface CarefulWrite<O extends Operation> {
  readonly send: (input: CallInput<O>) => void;
  readonly busy: boolean;
  /** Why it was not done; a proof that is only wanted does not count. */
  readonly error: ApiError | null;
  readonly proving: boolean;
  /** To be put beside the form, not into it. */
  readonly dialog: ReactNode;
}

/** A change that wants care: asks for a fresh proof when the server wants one, and then sends the same write again. */
export function useCarefulWrite<O extends Operation>(
  operation: O,
  onDone: (answer: AnswerOf<O>) => void,
  changes: readonly string[] = ['people', 'caseload'],
): CarefulWrite<O> {
  const [waiting, setWaiting] = useState<CallInput<O> | null>(null);
  const write = useWrite(operation, { changes, onDone });
  const known = useQueryClient();
  const send = (input: CallInput<O>) =>
    write.mutate(input, {
      onError: (error) => {
        if (wantsProof(error)) setWaiting(input);
        // What stands now is shown behind the words that say so.
        if (isStale(error))
          void known.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === readPeople.name });
      },
    });
  const proved = () => {
    setWaiting(null);
    if (waiting) send(waiting);
  };
  return {
    send,
    busy: write.isPending,
    error: write.error && !wantsProof(write.error) ? write.error : null,
    proving: waiting !== null,
    dialog: <StepUpDialog open={waiting !== null} says={PROOF} onProved={proved} onClose={() => setWaiting(null)} />,
  };
}

/** Somebody else changed it since it was read. */
export const isStale = (error: ApiError): boolean => error.problem?.code === 'changed-meanwhile';
const wantsProof = (error: ApiError): boolean => error.problem?.code === 'step-up-needed';
