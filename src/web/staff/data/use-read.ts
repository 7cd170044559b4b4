import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnswerOf, Operation } from '#platform/http/operation.ts';
import { type CallInput, call } from '../api.ts';
import type { ApiError } from './api-error.ts';
import { useSignal } from './signal.ts';
import { seatInUse } from './standing.ts';

/** Reads through an operation of a contract and keeps the answer while it is looked at. The seat is part of what is kept. */
export function useRead<O extends Operation>(operation: O, input: CallInput<O>): UseQueryResult<AnswerOf<O>, ApiError> {
  return useQuery<AnswerOf<O>, ApiError>({
    queryKey: [operation.name, useSignal(seatInUse), input],
    queryFn: ({ signal }) => call(operation, input, signal),
  });
}
