import { factsInForce } from '#modules/facts/in-force.ts';
import type { Fact } from '#modules/facts/model.ts';
import { day } from '#shared/calendar-day.ts';

const SAID: ReadonlySet<string> = new Set(['consent.given', 'consent.revoked']);

/** What of a fact counts here: of those that were read without the rest of the history too. */
export type Said = Pick<Fact, 'seq' | 'kind' | 'on' | 'data' | 'supersedes' | 'withdraws'>;

/** Yes and no to care management as recorded: one whose day was set right keeps its place. */
const recorded = (all: readonly Said[]): readonly Said[] =>
  factsInForce(all).filter(({ kind, data }) => SAID.has(kind) && data['for'] === 'care-management');

/** The same in the order it was said: by day, and of one day as recorded. */
const inOrder = (all: readonly Said[]): readonly Said[] =>
  recorded(all).toSorted((a, b) => day(a.on) - day(b.on) || a.seq - b.seq);

const isYes = ({ kind }: Said): boolean => kind === 'consent.given';

/**
 * The entry by which the yes to care management was taken back, while nobody said yes again; null where a yes stands, or
 * none was ever given. The last word counts, whichever yes it was about; of one day the later in the history.
 */
export function takenBack(all: readonly Said[]): Said | null {
  const last = inOrder(all).at(-1);
  return last && !isYes(last) ? last : null;
}

/** The yes that was said last; null where none was given. */
export function lastYes(all: readonly Said[]): Said | null {
  return inOrder(all).findLast(isYes) ?? null;
}

/** By which entry one yes no longer stands: its own taking back, or the first after it; null while it stands. */
export function endOfYes(all: readonly Said[], { id, on }: { readonly id: string; readonly on: string }): Said | null {
  const said = inOrder(all);
  const about = (one: Said) => one.data['consent'] === id;
  const at = said.findIndex((one) => isYes(one) && about(one));
  // An older yes may be a row without an entry: its day is all there is to go by.
  const after = (one: Said, place: number) => (at < 0 ? one.on >= on : place > at);
  return (
    said.find((one) => !isYes(one) && about(one)) ?? said.find((one, place) => !isYes(one) && after(one, place)) ?? null
  );
}

/**
 * Why an entry that stands cannot be set to another day, as a code; null where it can. A yes and its taking back stay in the order they
 * were recorded in: otherwise the correction of a day would take a yes back that answers to it, or let one stand that was taken back.
 */
export function cannotHaveBeenOn(all: readonly Said[], entry: Said, instead: string): string | null {
  const said = recorded(all);
  const place = rootOf(all, entry).seq;
  if (!said.some(({ seq }) => seq === place)) return null;
  const others = said.filter(({ kind }) => kind !== entry.kind);
  const own = others.find(({ data }) => data['consent'] !== undefined && data['consent'] === entry.data['consent']);
  const before = others.findLast(({ seq }) => seq < place);
  const after = others.find(({ seq }) => seq > place);
  if (isYes(entry)) {
    if (before && instead < before.on) return 'before-it-was-taken-back';
    const end = own ?? after;
    return end && instead > end.on ? 'after-it-was-taken-back' : null;
  }
  const yes = own ?? before;
  if (!yes || instead < yes.on) return 'before-it-was-given';
  return after && instead > after.on ? 'after-yes-again' : null;
}

/** What a correction first corrected. */
function rootOf(all: readonly Said[], entry: Said): Said {
  const before = all.find(({ seq }) => seq === entry.supersedes);
  return before ? rootOf(all, before) : entry;
}
