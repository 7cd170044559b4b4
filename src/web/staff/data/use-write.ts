import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, Operation } from '#platform/http/operation.ts';
import { type CallInput, call } from '../api.ts';
import type { ApiError } from './api-error.ts';

export interface WriteOptions<O extends Operation> {
  /** Names of read operations whose answers this changes, or slices ("duties") for all of theirs. */
  readonly changes: readonly string[];
  readonly onDone?: (answer: AnswerOf<O>) => void;
}

/**
 * Writes through an operation of a contract. The body carries an `id` (`useWriteId`): trying again, here or by
 * a second click, is then the same write. While there is no connection it keeps trying.
 */
export function useWrite<O extends Operation>(
  operation: O,
  { changes, onDone }: WriteOptions<O>,
): UseMutationResult<AnswerOf<O>, ApiError, CallInput<O>> {
  const known = useQueryClient();
  return useMutation<AnswerOf<O>, ApiError, CallInput<O>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await known.invalidateQueries({
        predicate: ({ queryKey }) => changes.some((name) => belongs(String(queryKey[0]), name)),
      });
    },
  });
}

const belongs = (operation: string, name: string) => operation === name || operation.startsWith(`${name}.`);
