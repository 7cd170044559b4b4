import type { Entry } from '../evaluate/chronicle.ts';
import type { Scalar } from '../rules/fact-set.ts';

type Data = Entry['fact']['data'];

/** Answers are bits of a whole number; more than this many would not stay one. */
const MOST = 30;

interface About {
  readonly field: string;
  /** The bits that a value answers with yes. */
  readonly yes: Map<unknown, number>;
}

/**
 * What a pack asks about the facts of one kind: whether a field is, or holds, one of some values. Each fact answers all
 * of it at once, however many rules ask; a rule then compares two numbers.
 */
export class Questions {
  readonly #fields: About[] = [];
  readonly #known = new Map<string, number>();

  /** The bit that says yes; null when so much is asked of this kind already that no bit is left. */
  bitFor(field: string, values: readonly Scalar[]): number | null {
    const text = JSON.stringify([field, [...values].sort()]);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) return null;
    const bit = 1 << this.#known.size;
    this.#known.set(text, bit);
    let about = this.#fields.find((one) => one.field === field);
    if (about === undefined) {
      about = { field, yes: new Map() };
      this.#fields.push(about);
    }
    for (const value of values) about.yes.set(value, (about.yes.get(value) ?? 0) | bit);
    return bit;
  }

  /** Every answer a fact gives, found once and kept with the entry. */
  answersOf(entry: Entry): number {
    if (entry.answers < 0) entry.answers = this.#answers(entry.fact.data);
    return entry.answers;
  }

  #answers(data: Data): number {
    let answers = 0;
    for (let index = 0; index < this.#fields.length; index += 1) {
      const { field, yes } = this.#fields[index] as About;
      const value = data[field];
      if (value === undefined) continue;
      if (!Array.isArray(value)) answers |= yes.get(value) ?? 0;
      else for (let at = 0; at < value.length; at += 1) answers |= yes.get(value[at]) ?? 0;
    }
    return answers;
  }
}
