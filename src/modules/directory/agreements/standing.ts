import type { Fact } from '#modules/facts/model.ts';

export interface AgreementStanding {
  /** The last signing that stands; null when none does. */
  readonly signed: Fact | null;
  /** The ending after it, if any. */
  readonly ended: Fact | null;
}

/** What of an agreement's history still counts: the last signing, and whether it ended since. */
export function standing(facts: readonly Fact[]): AgreementStanding {
  const superseded = new Set(facts.map(({ supersedes }) => supersedes));
  const live = facts.filter(({ seq, withdraws }) => !withdraws && !superseded.has(seq));
  const last = (kind: string) =>
    live.filter((fact) => fact.kind === kind).reduce<Fact | null>((a, b) => (a && a.on > b.on ? a : b), null);
  const signed = last('mou.signed');
  const ended = last('mou.ended');
  return { signed, ended: ended && (!signed || ended.on >= signed.on) ? ended : null };
}
