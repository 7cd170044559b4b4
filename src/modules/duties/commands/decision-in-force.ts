import { factsInForce } from '#modules/facts/in-force.ts';
import type { Fact } from '#modules/facts/model.ts';
import type { DutyName } from '../duty-name.ts';

/** The kinds of facts that decide about a duty; the last of them is that such a decision was taken back. */
const DECISIONS: readonly string[] = ['duty.exempted', 'duty.delegated', 'duty.attested', 'duty.reopened'];

/** Whether somebody decided something about a duty, or about this period of it, and nobody took it back. */
export function decisionInForce(facts: readonly Fact[], { rule, root, item }: DutyName): boolean {
  const last = factsInForce(facts).findLast(
    ({ kind, data }) => DECISIONS.includes(kind) && data.rule === rule && data.root === root && data.item === item,
  );
  return last !== undefined && last.kind !== 'duty.reopened';
}
