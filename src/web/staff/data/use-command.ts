import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, Operation } from '#platform/http/operation.ts';
import { type CallInput, call } from '../api.ts';
import type { ApiError } from './api-error.ts';

/** What a command changed in what is owed. `before` is null for a duty that is new. */
export interface ChangedDuty {
  readonly key: string;
  readonly rule: string;
  readonly state: string;
  /** How it stands now: of a duty of each period, that of the present one. */
  readonly standing: string;
  /** The key it goes by now, where it went by that of another period. */
  readonly now?: string;
  readonly before: string | null;
}

/** What a command on a chart answers: its own answer, and which duties moved because of it. */
export interface Written<O extends Operation> {
  readonly answer: AnswerOf<O>;
  readonly changes: readonly ChangedDuty[];
}

export interface CommandOptions<O extends Operation> {
  /** Names of read operations whose answers this changes, or slices ("duties") for all of theirs. */
  readonly changes: readonly string[];
  readonly onDone?: (written: Written<O>) => void;
}

/** Like `useWrite`, for commands on a chart, whose answers also tell what changed in what is owed. */
export function useCommand<O extends Operation>(
  operation: O,
  { changes, onDone }: CommandOptions<O>,
): UseMutationResult<Written<O>, ApiError, CallInput<O>> {
  const known = useQueryClient();
  return useMutation<Written<O>, ApiError, CallInput<O>>({
    mutationFn: async (input) => (await call(operation, input)) as unknown as Written<O>,
    onSuccess: async (written) => {
      onDone?.(written);
      await known.invalidateQueries({
        predicate: ({ queryKey }) =>
          changes.some((name) => queryKey[0] === name || String(queryKey[0]).startsWith(`${name}.`)),
      });
    },
  });
}
