import type { Compiled } from '../compile/compiled.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import type { Duty } from '../duty.ts';
import { AUTHORITIES } from '../model.ts';
import { ruleBehind } from './in-force.ts';

/** Of rules on one topic that hang on the same fact, the strongest is owed; the others are shown, void, with the winner. */
export function settlePrecedence(compiled: Compiled, duties: readonly Duty[]): void {
  if (!compiled.topics) return;
  const winners = new Map<string, Contender>();
  const contenders = duties.flatMap((duty): Contender[] => {
    const by = duty.state === 'void' ? undefined : ruleBehind(compiled, duty);
    return by === undefined || by.rule.topic === null
      ? []
      : [{ duty, by, over: `${by.rule.topic}#${duty.root}#${duty.item}` }];
  });
  for (const one of contenders) {
    const winner = winners.get(one.over);
    if (winner === undefined || outranks(one.by, winner.by)) winners.set(one.over, one);
  }
  for (const { duty, over } of contenders) {
    const winner = winners.get(over)?.duty;
    if (winner === undefined || winner === duty) continue;
    duty.state = 'void';
    duty.because = 'outranked';
    duty.yieldsTo = winner.rule;
  }
}

/** A duty of a topic, the rule behind it, and what it is owed over: topic, root and item. */
interface Contender {
  readonly duty: Duty;
  readonly by: CompiledDuty;
  readonly over: string;
}

/** Federal over state over contract over policy over practice; then the rule with the narrower condition; then by id. */
function outranks(one: CompiledDuty, two: CompiledDuty): boolean {
  const rank = AUTHORITIES.indexOf(one.clause.authority) - AUTHORITIES.indexOf(two.clause.authority);
  if (rank !== 0) return rank < 0;
  const narrower = narrowness(one) - narrowness(two);
  return narrower === 0 ? one.rule.id < two.rule.id : narrower > 0;
}

function narrowness({ rule }: CompiledDuty): number {
  return (rule.provided === null ? 0 : 1) + rule.when.patterns.reduce((sum, pattern) => sum + pattern.tests.length, 0);
}
