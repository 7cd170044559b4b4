import type { Change } from './change.ts';
import type { Pack, Words } from './model.ts';

export type ChangeCounts = Readonly<Record<Change['change'], number>>;

/** How many duties of one rule change, and how. */
export interface RuleChanges {
  readonly rule: string;
  readonly title: Words;
  readonly clause: string;
  readonly cite: string;
  readonly changed: ChangeCounts;
}

const none = (): Record<Change['change'], number> => ({ moved: 0, opened: 0, voided: 0, settled: 0 });

/** Counts changes as they are found, over all rules and for each. */
export class ChangesByRule {
  readonly all = none();
  readonly #byRule = new Map<string, Record<Change['change'], number>>();

  add(changes: readonly Change[]): void {
    for (const { rule, change } of changes) {
      const counts = this.#byRule.get(rule) ?? none();
      counts[change] += 1;
      this.all[change] += 1;
      this.#byRule.set(rule, counts);
    }
  }

  /** Each rule that changes anything under its title and clause, the one with most changes first. */
  inWords(pack: Pack): RuleChanges[] {
    const sum = ({ moved, opened, voided, settled }: ChangeCounts) => moved + opened + voided + settled;
    return [...this.#byRule]
      .sort(([, a], [, b]) => sum(b) - sum(a))
      .map(([id, changed]) => {
        const clause = pack.clauses.find(({ rules }) => rules.some((rule) => rule.id === id));
        const title = clause?.rules.find((rule) => rule.id === id)?.title ?? { en: id, es: id };
        return { rule: id, title, clause: clause?.id ?? '', cite: clause?.cite ?? '', changed };
      });
  }
}
