import type { Fact } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';

/** The latest fact that still stands and answers the question, or null. */
export function liveFact(command: Command, asked: (fact: Fact) => boolean): Fact | null {
  const superseded = new Set(command.facts.map((fact) => fact.supersedes));
  return command.facts.findLast((fact) => !fact.withdraws && !superseded.has(fact.seq) && asked(fact)) ?? null;
}
