import type { CoverageKind } from './model.ts';

/** How the rules call who pays. Presumptive eligibility has steps of its own and is not yet Medicaid. */
const PAYER_OF = {
  'nj-familycare': 'medicaid',
  csoci: 'csoc-only',
  presumptive: 'unknown',
  private: 'private',
  none: 'none',
  unknown: 'unknown',
} as const satisfies Record<CoverageKind, string>;

/** Plans are named in facts only by these codes; a plan's own name stays in the row. */
const PLAN_CODES = new Set(['aetna', 'fidelis', 'horizon', 'united', 'wellpoint']);

export const payerOf = (kind: CoverageKind): string => PAYER_OF[kind];

/** What a fact says of a coverage: who pays, and the plan where it is one of the five. */
export function coverageData(kind: CoverageKind, plan: string | null): Record<string, string> {
  const payer = { payer: payerOf(kind) };
  return plan !== null && PLAN_CODES.has(plan) ? { ...payer, plan } : payer;
}
