/** The clock is an argument everywhere, so that tests and demonstrations can move time instead of waiting for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export function movableClock(startIso: string): Clock & { moveTo(iso: string): void } {
  let at = Date.parse(startIso);
  return {
    now: () => at,
    moveTo(iso) {
      at = Date.parse(iso);
    },
  };
}
