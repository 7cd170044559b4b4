/** What can be wrong with an input: the field it concerns and a code; words are chosen where it is shown. */
export interface Problem {
  readonly field: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T, E = readonly Problem[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
