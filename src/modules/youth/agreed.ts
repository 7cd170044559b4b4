import { factsInForce } from '#modules/facts/in-force.ts';
import type { Fact } from '#modules/facts/model.ts';
import { day } from '#shared/calendar-day.ts';

const SAID: ReadonlySet<string> = new Set(['consent.given', 'consent.revoked']);

/**
 * The entry by which the yes to care management was taken back, while nobody said yes again; null where a yes stands, or
 * none was ever given. Of one day the later in the history counts.
 */
export function takenBack(all: readonly Fact[]): Fact | null {
  const said = factsInForce(all).filter(({ kind, data }) => SAID.has(kind) && data['for'] === 'care-management');
  const last = said.toSorted((a, b) => day(a.on) - day(b.on) || a.seq - b.seq).at(-1);
  return last?.kind === 'consent.revoked' ? last : null;
}
