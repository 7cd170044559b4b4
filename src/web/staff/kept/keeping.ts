import { z } from 'zod';
import type { InUse } from './in-use.ts';
import type { KeptRow, KeptRows } from './kept-rows.ts';
import { seal, unsealed } from './sealing.ts';

/** Words of a draft, with all that is needed to send them as the draft they were. */
const KeptWords = z.object({
  /** Which draft: "note/<chart>". */
  draft: z.string(),
  base: z.number().int(),
  body: z.record(z.string(), z.unknown()),
});
export type KeptWords = z.output<typeof KeptWords>;

/** Words found under an id, and since when they rest there, in milliseconds since 1970. */
export interface FoundWords extends KeptWords {
  readonly id: string;
  readonly keptAt: number;
}

export interface KeepingDeps {
  readonly key: CryptoKey;
  readonly seat: string;
  /** All seats of the same person, this one among them. */
  readonly ownSeats: readonly string[];
  readonly rows: KeptRows;
  readonly inUse: InUse;
  readonly now: () => number;
}

/** How long words wait for a key that opens them: after another secret of the installation none does. */
export const UNREADABLE_MS = 30 * 86_400_000;

const aboutOf = ({ id, seat, keptAt }: Pick<KeptRow, 'id' | 'seat' | 'keptAt'>) => `${id} ${seat} ${keptAt}`;

/** Keeps one seat's unsent words in the browser, sealed with their writer's key, and finds them again. */
export class Keeping {
  readonly #deps: KeepingDeps;
  readonly #letGo = new Map<string, () => void>();

  constructor(deps: KeepingDeps) {
    this.#deps = deps;
  }

  /** Keeps words under an id in place of those there before; the copy is this window's from then on. */
  async keep(id: string, words: KeptWords): Promise<void> {
    const { key, seat, rows, now } = this.#deps;
    await this.#take(id);
    const row = { id, seat, keptAt: now() };
    await rows.put({ ...row, ...(await seal(key, aboutOf(row), JSON.stringify(words))) });
  }

  async remove(id: string): Promise<void> {
    await this.#deps.rows.remove(id);
    this.#release(id);
  }

  /** The words of a copy, which is this window's from then on; null when another window works on it, or nothing is there. */
  async claim(id: string): Promise<KeptWords | null> {
    if (!(await this.#take(id))) return null;
    const row = await this.#deps.rows.get(id);
    const words = row ? await this.#open(row) : null;
    if (words === null) this.#release(id);
    return words;
  }

  /**
   * Gives what no window works on to `send`, the oldest first, and removes what it says has arrived. Words of other people, and
   * of other seats, stay as they are; one's own that no key opens any more go after a month. Answers how many of one's own wait
   * for another seat to be taken.
   */
  async each(send: (found: FoundWords) => Promise<'arrived' | 'stays'>): Promise<number> {
    const { seat, ownSeats, rows } = this.#deps;
    const own = (await rows.all()).filter((row) => ownSeats.includes(row.seat));
    let elsewhere = 0;
    const leave = async () => {
      elsewhere += 1;
      return 'stays' as const;
    };
    for (const row of own.toSorted((a, b) => a.keptAt - b.keptAt)) {
      if (this.#letGo.has(row.id) || !(await this.#take(row.id))) continue;
      try {
        // As it stands now: whoever had it may have written on, or sent it.
        const now = await rows.get(row.id);
        if (now) await this.#look(now, row.seat === seat ? send : leave);
      } finally {
        this.#release(row.id);
      }
    }
    return elsewhere;
  }

  async #look(row: KeptRow, send: (found: FoundWords) => Promise<'arrived' | 'stays'>): Promise<void> {
    const { rows, now } = this.#deps;
    const words = await this.#open(row);
    const over =
      words === null
        ? now() - row.keptAt > UNREADABLE_MS
        : (await send({ ...words, id: row.id, keptAt: row.keptAt })) === 'arrived';
    if (over) await rows.remove(row.id);
  }

  async #open(row: KeptRow): Promise<KeptWords | null> {
    const text = await unsealed(this.#deps.key, aboutOf(row), row);
    if (text === null) return null;
    const read = KeptWords.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  }

  async #take(id: string): Promise<boolean> {
    if (this.#letGo.has(id)) return true;
    const letGo = await this.#deps.inUse.take(id);
    if (letGo) this.#letGo.set(id, letGo);
    return letGo !== null;
  }

  #release(id: string): void {
    this.#letGo.get(id)?.();
    this.#letGo.delete(id);
  }
}
