/** The middle value; of an even number the mean of the two in the middle. 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** The value that a share of all values does not exceed: `percentile(times, 0.95)`. 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** A ratio as people say it: `1/2.4` below one, `1.3` from one on. */
export function ratioWords(ratio: number): string {
  if (!(ratio > 0)) return '–';
  return ratio < 1 ? `1/${(1 / ratio).toFixed(1)}` : ratio.toFixed(2);
}

export interface Round {
  readonly requests: number;
  readonly seconds: number;
}

/** Requests a second of each round, and the middle one. */
export const rate = (rounds: readonly Round[]): number =>
  median(rounds.map(({ requests, seconds }) => requests / seconds));
