import type { Fact } from '#modules/facts/model.ts';

/** The decision on a referral that counts now: none where the last one was taken back to ask for more. */
export function decisionInForce(facts: readonly Fact[]): Fact | undefined {
  const replaced = new Set(facts.map(({ supersedes }) => supersedes));
  return facts.findLast(({ kind, seq, withdraws }) => kind === 'referral.decided' && !withdraws && !replaced.has(seq));
}
