/**
 * The most one person carries, by N.J.A.C. 10:73-3.22: ten families for a care manager, eight care managers for a
 * supervisor. An agency may work under other figures; the limit is always an argument.
 */
export const RATIOS_IN_RULE = { familiesPerCareManager: 10, careManagersPerSupervisor: 8 } as const;

export interface Load {
  readonly count: number;
  readonly limit: number;
  /** As people say it: `1:12`. */
  readonly ratio: string;
  /** How many more fit; 0 when full or over. */
  readonly room: number;
  /** How many there are too many; 0 when not over. */
  readonly over: number;
}

/** Load against ratio. Being over never refuses an assignment: it is shown, and whoever assigns decides. */
export function loadAgainstRatio(count: number, limit: number): Load {
  return {
    count,
    limit,
    ratio: `1:${count}`,
    room: Math.max(0, limit - count),
    over: Math.max(0, count - limit),
  };
}

export interface Carrier {
  readonly id: string;
  readonly count: number;
}

/** Who has most room, first; of equal room the one with the smaller id, so that the order is always the same. */
export function byRoom<C extends Carrier>(carriers: readonly C[]): readonly C[] {
  return carriers.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
}
