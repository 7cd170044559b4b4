import type { BusinessCalendar } from '#shared/business-days.ts';
import type { Clause, Pack } from '../model.ts';
import type { TermRule } from '../rules/rule.ts';
import type { CompiledSet } from './fact-set.ts';
import { Questions } from './questions.ts';
import type { Settings } from './settings.ts';
import type { CompiledSpan } from './span.ts';

/** What is shared while one pack is being compiled. */
export class Workshop {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly calendar: BusinessCalendar;
  readonly sets = new Map<string, CompiledSet>();
  readonly spans = new Map<string, CompiledSpan>();
  readonly kinds = new Map<string, number>();
  readonly #questions: Questions[] = [];
  readonly #terms = new Map<string, { clause: Clause; rule: TermRule }[]>();

  constructor(pack: Pack, settings: Settings, calendar: BusinessCalendar) {
    this.pack = pack;
    this.settings = settings;
    this.calendar = calendar;
    for (const clause of pack.clauses) {
      for (const rule of clause.rules) {
        if (rule.kind !== 'term') continue;
        this.#terms.set(rule.id, [...(this.#terms.get(rule.id) ?? []), { clause, rule }]);
      }
    }
  }

  kindId(kind: string): number {
    const known = this.kinds.get(kind);
    if (known !== undefined) return known;
    const made = this.kinds.size;
    this.kinds.set(kind, made);
    return made;
  }

  questionsAbout(kind: number): Questions {
    const known = this.#questions[kind];
    if (known !== undefined) return known;
    const made = new Questions();
    this.#questions[kind] = made;
    return made;
  }

  /** Every version of a term; the loader has made sure there is one. */
  termsCalled(name: string): readonly { clause: Clause; rule: TermRule }[] {
    return this.#terms.get(name) ?? [];
  }
}
