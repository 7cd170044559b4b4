import type { Pack } from './model.ts';

/** What is recorded when a person says a duty was done on a day, and what they must still be asked. */
export interface DoneOnTemplate {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly asks: readonly string[];
  /** Which stay, request or incident it was about: fields of the fact the duty hangs on, by the field they fill. */
  readonly same: Readonly<Record<string, string>>;
}

/** The template of one duty rule: recording it meets the duty and starts whatever hangs on it. Null for an unknown rule. */
export function doneOnTemplate(pack: Pack, ruleId: string): DoneOnTemplate | null {
  const rules = pack.clauses.flatMap((clause) => clause.rules);
  const rule = rules.findLast((one) => one.id === ruleId && one.kind === 'duty');
  return rule?.kind === 'duty' ? rule.doneOn : null;
}
