import { createHash } from 'node:crypto';
import type { Programme } from '#modules/facts/model.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import { type Compiled, compile, type EarlierNumbers, type Overrides } from '#modules/policy/compile/compiled.ts';
import type { LoadedCalendar } from '#modules/policy/load/load-calendar.ts';
import type { Pack } from '#modules/policy/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { namesIn, type PackNames } from './named-rules.ts';

/** The numbers of an agency: those of today, and in the order of time those there were before. */
export interface NumbersInTurn {
  readonly now: Overrides;
  readonly earlier: readonly EarlierNumbers[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The packs in force, compiled for whoever asks: once for everybody, and once for each agency that overrides a number.
 * A programme's charts are only ever evaluated by that programme's pack.
 */
export class PolicyShelf {
  readonly packs: readonly Pack[];
  readonly calendars: readonly LoadedCalendar[];
  readonly kinds: FactRegistry;
  #numbers: ReadonlyMap<number, NumbersInTurn> = new Map();
  readonly #compiled = new Map<string, Compiled>();

  constructor(packs: readonly Pack[], calendars: readonly LoadedCalendar[], kinds: FactRegistry) {
    this.packs = packs;
    this.calendars = calendars;
    this.kinds = kinds;
  }

  /** Replaces the agencies' own numbers; what was compiled with others is made anew when next asked for. */
  override(byAgency: ReadonlyMap<number, NumbersInTurn>): void {
    this.#numbers = byAgency;
    this.#compiled.clear();
  }

  /**
   * What the rules of the programme are called by the numbers this agency had on a day, or by the first it had; undefined while no
   * pack is loaded for the programme.
   */
  namesOn(programme: Programme, agency: number, on: CalendarDay | 'first'): PackNames | undefined {
    const compiled = this.compiled(programme, agency);
    const then = compiled?.earlier.find(({ until }) => on === 'first' || on < until)?.compiled ?? compiled;
    return then ? namesIn(then.pack) : undefined;
  }

  overridesOf(agency: number): Overrides {
    return this.#numbers.get(agency)?.now ?? {};
  }

  pack(programme: Programme): Pack | undefined {
    return this.packs.find((pack) => pack.programme === programme);
  }

  /** The programme's pack with this agency's numbers; null while no pack is loaded for the programme. */
  compiled(programme: Programme, agency: number): Compiled | null {
    const numbers = this.#numbers.get(agency);
    const key = `${programme}/${numbers ? agency : '*'}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const pack = this.pack(programme);
    if (!pack) return null;
    const made = this.compileWith(pack, numbers?.now ?? {}, numbers?.earlier);
    this.#compiled.set(key, made);
    return made;
  }

  /** Compiles with other numbers than those in force, for "what if". Throws when they do not fit the pack. */
  compileWith(pack: Pack, parameters: Overrides, earlier: readonly EarlierNumbers[] = []): Compiled {
    const result = this.#compile(pack, parameters, earlier);
    if (result.ok) return result.value;
    throw new Error(result.error.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
  }

  /** Whether a pack can be judged by with these numbers. */
  takes(pack: Pack, parameters: Overrides): boolean {
    return this.#compile(pack, parameters).ok;
  }

  #compile(pack: Pack, parameters: Overrides, earlier: readonly EarlierNumbers[] = []) {
    return compile(pack, { factKinds: this.kinds.all, calendars: this.calendars, parameters, earlier, sha256 });
  }
}
