/** Whether the screen is in use, about to lock, or due to lock. */
export type Idle =
  | { readonly state: 'active' }
  | { readonly state: 'warning'; readonly secondsLeft: number }
  | { readonly state: 'over' };

/** How long before the lock the warning appears. */
export const WARNING_SECONDS = 120;

/** How idle the screen is; instants are milliseconds since 1970, so that a closed laptop counts as idle. */
export function idleAt(now: number, lastTouch: number, minutes: number): Idle {
  const secondsLeft = Math.ceil((lastTouch + minutes * 60_000 - now) / 1000);
  if (secondsLeft <= 0) return { state: 'over' };
  return secondsLeft <= WARNING_SECONDS ? { state: 'warning', secondsLeft } : { state: 'active' };
}
