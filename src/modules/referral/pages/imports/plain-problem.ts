import type { Problem } from '#shared/result.ts';

interface Told {
  readonly field: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
}

/** A problem as the rules know it: a detail that was not told is left out. */
export const plainProblem = ({ field, code, detail }: Told): Problem =>
  detail ? { field, code, detail } : { field, code };
