import { refusalFrom } from '#modules/record/refusal.ts';
import { type Issue, type IssueCode, operationOutcome } from './issue.ts';

/** What was sent cannot be taken, and why, in FHIR's terms. */
export class BadFhir extends Error {
  override readonly name = 'BadFhir';
  readonly status: number;
  readonly issues: readonly Issue[];

  constructor(status: number, issues: readonly Issue[]) {
    super('bad-fhir');
    this.status = status;
    this.issues = issues;
  }
}

interface Outcome {
  readonly status: number;
  readonly body: unknown;
  /** False for a defect of ours, which is to be logged. */
  readonly known: boolean;
}

const BY_STATUS: Readonly<Record<number, readonly [IssueCode, string]>> = {
  400: ['structure', 'this cannot be read as JSON'],
  401: ['login', 'an access token in force is needed'],
  403: ['forbidden', 'this program’s seat may not do that'],
  404: ['not-found', 'there is nothing of this program under that id'],
  409: ['conflict', 'another referral was sent under this identifier before'],
  413: ['too-long', 'this is longer than is taken'],
  415: ['not-supported', 'only application/fhir+json and application/json are taken'],
  423: ['login', 'the session is locked; ask for another token'],
};

/** An error of any layer as an OperationOutcome. Nothing that was sent is in it. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof BadFhir) return { status: error.status, body: operationOutcome(error.issues), known: true };
  const status = refusalFrom(error)?.status ?? statusOf(error) ?? 500;
  const [code, says] = BY_STATUS[status] ?? (['exception', 'this could not be done'] as const);
  const expression = status === 409 ? 'Bundle.entry.resource.ofType(ServiceRequest).identifier' : undefined;
  const body = operationOutcome([{ code, says, ...(expression ? { expression } : {}) }]);
  return { status, body, known: status < 500 };
}

function statusOf(error: unknown): number | null {
  const coded = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof coded === 'number' && coded >= 400 && coded < 500 ? coded : null;
}
