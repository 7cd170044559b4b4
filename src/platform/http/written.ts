/**
 * An answer that is JSON already, in part as the database wrote it: reading that part and writing it again would cost more
 * than asking for it, and come out the same. Tests hold what is written to the contract.
 */
export class Written<A extends object> {
  readonly text: string;
  /** What the text says; only for the compiler, so that an answer of another shape is not taken for it. */
  declare protected readonly says: A;

  private constructor(text: string) {
    this.text = text;
  }

  /** Puts one part that is JSON text beside the others. `part` must be well-formed; nothing here reads it. */
  static with<A extends object, K extends keyof A & string>(others: Omit<A, K>, name: K, part: string): Written<A> {
    const text = JSON.stringify(others);
    return new Written(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(name)}:${part}}`);
  }
}
