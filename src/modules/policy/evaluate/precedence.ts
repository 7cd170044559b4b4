import type { Compiled } from '../compile/compiled.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import type { Duty } from '../duty.ts';
import { AUTHORITIES } from '../model.ts';

/** Of rules on one topic that hang on the same fact, the strongest is owed; the others are shown, void, with the winner. */
export function settlePrecedence(compiled: Compiled, duties: readonly Duty[]): void {
  if (!compiled.topics) return;
  const byRule = new Map(compiled.duties.map((one) => [one.rule.id, one]));
  const winners = new Map<string, Duty>();
  const contested = duties.filter(
    (duty) => duty.state !== 'void' && (byRule.get(duty.rule)?.rule.topic ?? null) !== null,
  );
  for (const duty of contested) {
    const key = `${byRule.get(duty.rule)?.rule.topic}#${duty.root}#${duty.item}`;
    const winner = winners.get(key);
    if (winner === undefined || outranks(byRule.get(duty.rule), byRule.get(winner.rule))) winners.set(key, duty);
  }
  for (const duty of contested) {
    const winner = winners.get(`${byRule.get(duty.rule)?.rule.topic}#${duty.root}#${duty.item}`);
    if (winner === undefined || winner === duty) continue;
    duty.state = 'void';
    duty.because = 'outranked';
    duty.yieldsTo = winner.rule;
  }
}

/** Federal over state over contract over policy over practice; then the rule with the narrower condition; then by id. */
function outranks(one: CompiledDuty | undefined, two: CompiledDuty | undefined): boolean {
  if (one === undefined || two === undefined) return false;
  const rank = AUTHORITIES.indexOf(one.clause.authority) - AUTHORITIES.indexOf(two.clause.authority);
  if (rank !== 0) return rank < 0;
  const narrower = narrowness(one) - narrowness(two);
  return narrower === 0 ? one.rule.id < two.rule.id : narrower > 0;
}

function narrowness({ rule }: CompiledDuty): number {
  return (rule.provided === null ? 0 : 1) + rule.when.patterns.reduce((sum, pattern) => sum + pattern.tests.length, 0);
}
