/** Code that is fetched once: whoever asks meanwhile waits for the same fetching; what failed is fetched anew when asked again. */
export class CodeOnce<C> {
  readonly #load: () => Promise<C>;
  #code: C | null = null;
  #coming: Promise<C> | null = null;

  constructor(load: () => Promise<C>) {
    this.#load = load;
  }

  /** `null` until it is here. */
  get code(): C | null {
    return this.#code;
  }

  fetch(): Promise<C> {
    this.#coming ??= this.#load().then(
      (code) => {
        this.#code = code;
        return code;
      },
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }
}
