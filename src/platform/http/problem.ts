/** RFC 9457 problem details, with our codes; `problems` names each wrong field. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly problems: readonly { readonly field: string; readonly code: string }[];
  readonly [extra: string]: unknown;
}

export function problemDetails(
  status: number,
  code: string,
  problems: ProblemDetails['problems'] = [],
  extra = {},
): ProblemDetails {
  return { type: 'about:blank', title: code.replaceAll('-', ' '), status, code, problems, ...extra };
}
