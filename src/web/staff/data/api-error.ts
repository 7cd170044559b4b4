import type { ProblemDetails } from '#platform/http/problem.ts';

/**
 * Why a call did not answer. `offline`: it may never have arrived, and may be sent again with the same id.
 * `signed-out` and `locked`: the session wants attention, the screen keeps. `refused`: the server said no, and why.
 * `fault`: our mistake.
 */
export type ApiFailure = 'offline' | 'signed-out' | 'locked' | 'refused' | 'fault';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiFailure;
  /** What the server said; `null` when it could not be reached. */
  readonly problem: ProblemDetails | null;

  constructor(kind: ApiFailure, problem: ProblemDetails | null) {
    super(problem?.code ?? kind);
    this.kind = kind;
    this.problem = problem;
  }
}

/** What an answer that is not a success means. A gateway that gives up (502 to 504) is the same as no connection. */
export function failureOf(status: number): ApiFailure {
  if (status === 401) return 'signed-out';
  if (status === 423) return 'locked';
  if (status >= 502 && status <= 504) return 'offline';
  return status >= 500 ? 'fault' : 'refused';
}
