/** What proves anew who somebody is, and brings their browser another token. */
const RENEWING: ReadonlySet<string> = new Set(['/api/session/unlock', '/api/session/step-up']);

export const renews = (path: string): boolean => RENEWING.has(path);

/** Longest a proof waits for what is on its way: a large file may take minutes to send. */
const PATIENCE_MS = 5_000;

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/**
 * Keeps a fresh proof and all other requests of a window apart. A proof gives the browser another token, and whatever is on its
 * way with the former one would be answered as signed out: so a proof waits until that has arrived, and what is asked
 * meanwhile waits for the proof.
 */
export class Renewals {
  readonly #onTheirWay = new Set<Promise<unknown>>();
  readonly #patience: () => Promise<void>;
  #renewing: Promise<unknown> | null = null;

  constructor(longest: () => Promise<void> = patience) {
    this.#patience = longest;
  }

  /** Asks at once, in this very turn, unless a proof is under way: a page that is left has no other turn. */
  async pass<T>(ask: () => Promise<T>): Promise<T> {
    while (this.#renewing) await this.#renewing;
    const answer = ask();
    this.#onTheirWay.add(answer);
    return answer.finally(() => this.#onTheirWay.delete(answer));
  }

  /** Asks for what brings another token, one at a time. */
  async renew<T>(ask: () => Promise<T>): Promise<T> {
    while (this.#renewing) await this.#renewing;
    const answer = this.#arrived().then(ask);
    this.#renewing = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer.finally(() => {
      this.#renewing = null;
    });
  }

  #arrived(): Promise<unknown> {
    if (this.#onTheirWay.size === 0) return Promise.resolve();
    return Promise.race([Promise.allSettled(this.#onTheirWay), this.#patience()]);
  }
}
