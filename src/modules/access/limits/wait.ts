export type WaitKind = 'account' | 'address' | 'emergency';

interface Patience {
  /** Failures in a row that cost nothing: people mistype. */
  readonly free: number;
  readonly longestSeconds: number;
  /** After so many in a row nothing is tried any more until somebody proves themselves another way. */
  readonly most: number;
}

/**
 * An address may be a whole office behind one router, so it is given more before it waits. An account stops at 100
 * failures in a row (NIST 800-63B-4, 3.2.2). Whoever tries to open a chart in an emergency waits too, and never for good:
 * the next call may be the one that matters.
 */
const PATIENCE: Readonly<Record<WaitKind, Patience>> = {
  account: { free: 4, longestSeconds: 15 * 60, most: 100 },
  address: { free: 30, longestSeconds: 15 * 60, most: Number.POSITIVE_INFINITY },
  emergency: { free: 4, longestSeconds: 15 * 60, most: Number.POSITIVE_INFINITY },
};

/** Seconds to wait after this many failures in a row: 0, then 1, 2, 4 … up to a quarter of an hour, then `Infinity`. */
export function waitAfter(kind: WaitKind, failures: number): number {
  const { free, longestSeconds, most } = PATIENCE[kind];
  if (failures >= most) return Number.POSITIVE_INFINITY;
  if (failures <= free) return 0;
  return Math.min(2 ** (failures - free - 1), longestSeconds);
}
