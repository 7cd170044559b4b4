import type { Fact } from '#modules/facts/model.ts';
import { type Change, changesBetween } from './change.ts';
import { ChangesByRule, type RuleChanges } from './changes-by-rule.ts';
import type { Compiled } from './compile/compiled.ts';

export interface ChartFacts {
  readonly agency: string;
  readonly chart: string;
  readonly facts: readonly Fact[];
}

export interface AgencyImpact {
  readonly agency: string;
  readonly charts: number;
  readonly moved: number;
  readonly opened: number;
  readonly voided: number;
  /** Duties whose state changes without opening or becoming void: met on time before, late after, or the other way. */
  readonly settled: number;
  /** The same counts for each rule that changes anything, the one with most changes first. */
  readonly byRule: readonly RuleChanges[];
  readonly changes: readonly Change[];
}

/**
 * What would change, per agency, if one compiled pack took the place of another: asked before anything is in force. Charts come
 * one after the other, so that nobody need hold the facts of them all.
 */
export class Impact {
  readonly #before: Compiled;
  readonly #after: Compiled;
  readonly #agencies = new Map<string, { charts: number; changes: Change[] }>();

  constructor(before: Compiled, after: Compiled) {
    this.#before = before;
    this.#after = after;
  }

  add({ agency, chart, facts }: ChartFacts): void {
    const found = this.#agencies.get(agency) ?? { charts: 0, changes: [] };
    this.#agencies.set(agency, found);
    found.charts += 1;
    found.changes.push(...changesBetween(this.#before, this.#after, { chart, facts }));
  }

  get agencies(): AgencyImpact[] {
    return [...this.#agencies].map(([agency, { charts, changes }]) => {
      const counted = new ChangesByRule();
      counted.add(changes);
      return { agency, charts, ...counted.all, byRule: counted.inWords(this.#after.pack), changes };
    });
  }
}
