import type pg from 'pg';
import type { Pools } from '#platform/database/pools.ts';
import { sqlState } from './refusal.ts';

const REQUEST_POOLS = ['staff', 'assigned', 'person'] as const;
export type RequestPool = (typeof REQUEST_POOLS)[number];

/**
 * Which pool a seat works on. The database decides (enter() refuses a seat on the wrong login with KF409 and names the
 * right one); this only remembers the answer, so that it is asked again when an agency changes its reach.
 */
export class SeatPools {
  readonly #pools: Pools;
  readonly #known = new Map<string, RequestPool>();

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  async on<T>(seat: string, work: (pool: pg.Pool, through: RequestPool) => Promise<T>): Promise<T> {
    const first = this.#known.get(seat) ?? 'staff';
    try {
      return await work(this.#pools[first], first);
    } catch (error) {
      const right = sqlState(error) === 'KF409' && error instanceof Error ? poolNamed(error.message) : null;
      if (!right) throw error;
      this.#known.set(seat, right);
      return work(this.#pools[right], right);
    }
  }
}

function poolNamed(text: string): RequestPool | null {
  return REQUEST_POOLS.find((name) => name === text) ?? null;
}
