import type pg from 'pg';
import type { Clock } from '#platform/clock/clock.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { Log } from '#platform/log/log.ts';

const TOUCH = statement('access.touch-sessions', 'select kinfold.touch_sessions($1::bytea[], $2::float8[])');

const EVERY_MS = 30_000;
const SOON_MS = 1_000;
/** A session not written for so long is written soon, so that a late request cannot find it idled out meanwhile. */
const QUIET_MS = 5 * 60_000;

/**
 * Notes which sessions are in use and writes it down in groups: the sessions of a busy half minute in one statement,
 * not one for each request. Call `stop` before the pool ends.
 */
export class SessionToucher {
  readonly #engine: pg.Pool;
  readonly #clock: Clock;
  readonly #log: Log;
  #seen = new Map<string, number>();
  #written = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #dueAt = Number.POSITIVE_INFINITY;
  #flushing: Promise<void> = Promise.resolve();

  constructor(engine: pg.Pool, clock: Clock, log: Log) {
    this.#engine = engine;
    this.#clock = clock;
    this.#log = log;
  }

  /** A request of this session came in. Writes nothing itself and never fails. */
  seen(tokenHash: Buffer): void {
    const key = tokenHash.toString('base64');
    const now = this.#clock.now();
    this.#seen.set(key, now);
    const quiet = now - (this.#written.get(key) ?? Number.NEGATIVE_INFINITY) > QUIET_MS;
    this.#flushBy(now, quiet ? SOON_MS : EVERY_MS);
  }

  /** Writes what was noted so far. A failure is logged and what it concerned is tried again with the next group. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#dueAt = Number.POSITIVE_INFINITY;
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  /** Writes what is left and forgets everything. */
  async stop(): Promise<void> {
    await this.flush();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #flushBy(now: number, within: number): void {
    if (this.#dueAt <= now + within) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#dueAt = now + within;
    this.#timer = setTimeout(() => void this.flush(), within);
    this.#timer.unref();
  }

  async #write(): Promise<void> {
    const group = this.#seen;
    if (group.size === 0) return;
    this.#seen = new Map();
    const now = this.#clock.now();
    try {
      const tokens = [...group.keys()].map((key) => Buffer.from(key, 'base64'));
      const ago = [...group.values()].map((at) => Math.max(0, now - at) / 1000);
      await onPool(this.#engine).query(TOUCH, [tokens, ago]);
      this.#remember(group, now);
    } catch (error) {
      this.#log.warn('could not note sessions in use', { error });
      for (const [key, at] of group) if (!this.#seen.has(key)) this.#seen.set(key, at);
    }
  }

  /** Only what is recent: everything older counts as quiet anyway. */
  #remember(group: ReadonlyMap<string, number>, now: number): void {
    for (const [key, at] of this.#written) if (now - at > QUIET_MS) this.#written.delete(key);
    for (const key of group.keys()) this.#written.set(key, now);
  }
}
