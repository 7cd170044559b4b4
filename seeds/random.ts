import { uuidv7 } from '#shared/ids.ts';

/** A generator of the same numbers for the same seed (mulberry32), so that a seeded world is the same every time. */
export class Random {
  #state: number;

  constructor(seed: string) {
    let state = 2_166_136_261;
    for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 16_777_619);
    this.#state = state >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** A time-ordered id as clients make them, for something written at an instant (milliseconds since 1970). */
  id(at: number): string {
    const bytes = new Uint8Array(10);
    for (let i = 0; i < 10; i += 1) bytes[i] = Math.floor(this.next() * 256);
    return uuidv7(at, bytes);
  }
}
