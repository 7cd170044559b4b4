import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { AnswerOf, Operation } from '#platform/http/operation.ts';
import { type CallInput, call } from '../api.ts';
import type { ApiError } from './api-error.ts';

export interface WriteOptions<O extends Operation> {
  /** Names of read operations whose answers this changes, or slices ("duties") for all of theirs. */
  readonly changes: readonly string[];
  /** The same of what is read no more afterwards, since it went to somebody else: asked again only where it is opened again. */
  readonly leaves?: readonly string[];
  readonly onDone?: (answer: AnswerOf<O>) => void;
}

/**
 * Writes through an operation of a contract. The body carries an `id` (`useWriteId`): trying again is then the same write, and what
 * is on its way already is not sent a second time, so that a second click does nothing and goes nowhere. While there is no
 * connection it keeps trying.
 */
export function useWrite<O extends Operation>(
  operation: O,
  { changes, leaves = [], onDone }: WriteOptions<O>,
): UseMutationResult<AnswerOf<O>, ApiError, CallInput<O>> {
  const known = useQueryClient();
  const onTheirWay = useRef(new Set<string>());
  const writing = useMutation<AnswerOf<O>, ApiError, CallInput<O>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: async (answer) => {
      onDone?.(answer);
      const of = (names: readonly string[]) => ({
        predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
          names.some((name) => belongs(String(queryKey[0]), name)),
      });
      void known.invalidateQueries({ ...of(leaves), refetchType: 'none' });
      await known.invalidateQueries(of(changes));
    },
    onSettled: (_answer, _error, input) => {
      onTheirWay.current.delete(JSON.stringify(input));
    },
  });
  const send = writing.mutate;
  const mutate: typeof send = useCallback(
    (...sent) => {
      const written = JSON.stringify(sent[0]);
      if (onTheirWay.current.has(written)) return;
      onTheirWay.current.add(written);
      send(...sent);
    },
    [send],
  );
  return { ...writing, mutate };
}

const belongs = (operation: string, name: string) => operation === name || operation.startsWith(`${name}.`);
