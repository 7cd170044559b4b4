/** How the words on the screen stand against the words on the server. */
export type DraftState = 'saved' | 'unsaved' | 'saving' | 'offline';

/** What became of words that were sent, and the revision that what is sent next builds on. */
export interface Sent {
  readonly base: number;
  /** Other words are there already: both stand beside each other until their writer chooses. */
  readonly undecided?: true;
}

/** Where words rest until the server has them, so that they outlive the page: see `kept/keeping.ts`. */
export interface Copy<T> {
  /** Keeps these words in place of those kept before, and the revision they build on. */
  keep(value: T, base: number): Promise<void>;
  remove(): Promise<void>;
}

/** Words the server does not have, what they build on, and where they rest. */
export interface Unsent<T> {
  readonly value: T;
  readonly base: number;
  readonly copy: Copy<T>;
}

export interface DraftKeeperOptions<T> {
  /** Sends words that build on a revision; rejects when they did not arrive. */
  readonly save: (value: T, base: number) => Promise<Sent>;
  readonly copy: Copy<T>;
  readonly onState: (state: DraftState) => void;
  /** Runs something later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

const NOWHERE: Copy<unknown> = { keep: async () => undefined, remove: async () => undefined };

/**
 * Keeps a draft on the server: waits for a pause in the writing, sends one version at a time, the last words win, and
 * goes on trying while the server cannot be reached. Until words have arrived a copy of them rests in the browser, which
 * nobody can read without their writer's key; the computer may be shared.
 */
export class DraftKeeper<T> {
  readonly #options: DraftKeeperOptions<T>;
  #copy: Copy<T>;
  #base = 0;
  #waiting: { readonly value: T } | null = null;
  /** Sent, and found to stand beside other words; `base` is what they were built on. */
  #undecided: { readonly value: T; readonly base: number } | null = null;
  #sending = false;
  #resting = false;
  #changed = false;
  #retry = FIRST_RETRY;
  #callOff: () => void = () => undefined;

  constructor(options: DraftKeeperOptions<T>) {
    this.#options = options;
    this.#copy = options.copy;
  }

  /** What is on the server, which the next words build on. */
  buildOn(base: number): void {
    this.#base = base;
  }

  /** Goes on with words that never arrived, unless others have been written here already. */
  resume({ value, base, copy }: Unsent<T>): void {
    this.#base = base;
    if (this.#waiting) return;
    this.#copy = copy;
    this.#waiting = { value };
    this.#options.onState('unsaved');
    this.#schedule(0);
  }

  write(value: T): void {
    this.#waiting = { value };
    this.#undecided = null;
    this.#options.onState('unsaved');
    this.#schedule(PAUSE);
    this.#rest();
  }

  /** Sends what waits now: the page is being left, or the connection is back. */
  async flush(): Promise<void> {
    this.#callOff();
    if (this.#sending || this.#waiting === null) return;
    const words = this.#waiting;
    this.#sending = true;
    this.#options.onState('saving');
    const sent = await this.#options.save(words.value, this.#base).catch(() => null);
    this.#sending = false;
    this.#settle(words, sent);
  }

  /** Lets go of what waits: the note was signed or thrown away. */
  forget(): void {
    this.#callOff();
    this.#waiting = null;
    this.#undecided = null;
    this.#rest();
  }

  /** Gives what has not arrived to another keeper of the same draft; null when everything has. */
  handOver(): Unsent<T> | null {
    this.#callOff();
    const words = this.#unsent();
    const copy = this.#copy;
    this.#waiting = null;
    this.#undecided = null;
    this.#copy = NOWHERE;
    return words && { ...words, copy };
  }

  #unsent(): { readonly value: T; readonly base: number } | null {
    return this.#waiting ? { value: this.#waiting.value, base: this.#base } : this.#undecided;
  }

  #settle(words: { readonly value: T }, sent: Sent | null): void {
    if (sent === null) {
      this.#tryAgain();
      return;
    }
    const before = this.#base;
    this.#retry = FIRST_RETRY;
    this.#base = sent.base;
    if (this.#waiting === null) return;
    if (sent.undecided) {
      // Not tried again by itself: what their writer chooses builds on the other words.
      this.#undecided = { value: this.#waiting.value, base: before };
      this.#waiting = null;
      this.#options.onState('unsaved');
    } else if (this.#waiting === words) {
      this.#waiting = null;
      this.#options.onState('saved');
    } else this.#schedule(0);
    this.#rest();
  }

  #tryAgain(): void {
    if (this.#waiting === null) return;
    this.#options.onState('offline');
    this.#schedule(this.#retry);
    this.#retry = Math.min(LONGEST_RETRY, this.#retry * 2);
  }

  /** Has the copy follow what has not arrived, one step at a time. A browser that keeps nothing loses no more than it would. */
  #rest(): void {
    this.#changed = true;
    if (!this.#resting) void this.#follow();
  }

  async #follow(): Promise<void> {
    this.#resting = true;
    while (this.#changed) {
      this.#changed = false;
      const words = this.#unsent();
      const copy = this.#copy;
      await (words ? copy.keep(words.value, words.base) : copy.remove()).catch(() => undefined);
    }
    this.#resting = false;
  }

  #schedule(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#options.later(() => void this.flush(), milliseconds);
  }
}
