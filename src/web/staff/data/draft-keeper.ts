/** How the words on the screen stand against the words on the server. */
export type DraftState = 'saved' | 'unsaved' | 'saving' | 'offline';

export interface DraftKeeperOptions<T> {
  readonly save: (value: T) => Promise<void>;
  readonly onState: (state: DraftState) => void;
  /** Runs something later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

/**
 * Keeps a draft on the server: waits for a pause in the writing, sends one version at a time, the last words win, and
 * goes on trying while the server cannot be reached. Nothing is kept in the browser beyond the open page, because the
 * computer may be shared.
 */
export class DraftKeeper<T> {
  readonly #options: DraftKeeperOptions<T>;
  #waiting: { readonly value: T } | null = null;
  #sending = false;
  #retry = FIRST_RETRY;
  #callOff: () => void = () => undefined;

  constructor(options: DraftKeeperOptions<T>) {
    this.#options = options;
  }

  write(value: T): void {
    this.#waiting = { value };
    this.#options.onState('unsaved');
    this.#schedule(PAUSE);
  }

  /** Sends what waits now: the page is being left, or the connection is back. */
  async flush(): Promise<void> {
    this.#callOff();
    if (this.#sending || this.#waiting === null) return;
    const sent = this.#waiting;
    this.#sending = true;
    this.#options.onState('saving');
    const arrived = await this.#options.save(sent.value).then(
      () => true,
      () => false,
    );
    this.#sending = false;
    this.#settle(sent, arrived);
  }

  /** Lets go of what waits: the note was signed or thrown away. */
  forget(): void {
    this.#callOff();
    this.#waiting = null;
  }

  #settle(sent: { readonly value: T }, arrived: boolean): void {
    if (arrived) this.#retry = FIRST_RETRY;
    if (arrived && this.#waiting === sent) {
      this.#waiting = null;
      this.#options.onState('saved');
      return;
    }
    if (this.#waiting === null) return;
    if (arrived) {
      this.#schedule(0);
      return;
    }
    this.#options.onState('offline');
    this.#schedule(this.#retry);
    this.#retry = Math.min(LONGEST_RETRY, this.#retry * 2);
  }

  #schedule(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#options.later(() => void this.flush(), milliseconds);
  }
}
