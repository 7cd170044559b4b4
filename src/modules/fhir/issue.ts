/** FHIR's own codes of what is wrong (IssueType), those we use. */
export type IssueCode =
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'not-supported'
  | 'not-found'
  | 'conflict'
  | 'duplicate'
  | 'business-rule'
  | 'login'
  | 'expired'
  | 'forbidden'
  | 'too-long'
  | 'exception';

/** One thing wrong with what was sent. `says` is ours alone: what was sent is never repeated. */
export interface Issue {
  readonly code: IssueCode;
  readonly says: string;
  /** FHIRPath of the element, such as `Bundle.entry[0].resource.birthDate`. */
  readonly expression?: string;
}

export const issue = (code: IssueCode, expression: string, says: string): Issue => ({ code, expression, says });

export function operationOutcome(issues: readonly Issue[]): Record<string, unknown> {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ code, says, expression }) => ({
      severity: 'error',
      code,
      details: { text: says },
      ...(expression ? { expression: [expression] } : {}),
    })),
  };
}

/** `['entry', 0, 'resource', 'birthDate']` as FHIRPath. */
export function fhirPath(path: readonly PropertyKey[], start = 'Bundle'): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`),
    start,
  );
}
