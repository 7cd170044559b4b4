import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';

/** One fact as rules see it: in its place in the order of events, with what it replaced. */
export interface Entry {
  readonly fact: Fact;
  readonly kind: number;
  readonly on: CalendarDay;
  /** Milliseconds since 1970, or NaN when the instant is not known. */
  readonly at: number;
  /** The first fact of its chain of corrections. */
  readonly root: number;
  /** Its place among all entries, counted from 0. */
  position: number;
  /** The versions it replaced, oldest first. */
  readonly earlier: readonly Fact[];
  readonly withdrawn: boolean;
}

/** A history by kind of fact, each list in the order of events. */
export interface Chronicle {
  readonly byKind: readonly (readonly Entry[])[];
  /** Entries that were withdrawn or corrected: what hung on an earlier version is kept as void. */
  readonly altered: readonly Entry[];
}

const NO_VERSIONS: readonly Fact[] = [];

/** Indexes facts of the kinds a pack mentions. Any order of the same facts, and any repetition, gives the same. */
export function chronicle(facts: readonly Fact[], kindIds: ReadonlyMap<string, number>): Chronicle {
  const entries = facts.some((fact) => fact.supersedes !== undefined)
    ? entriesOfChains(facts, kindIds)
    : entriesOfPlain(facts, kindIds);
  if (!inOrder(entries)) entries.sort(compare);
  const byKind: Entry[][] = [];
  for (let kind = 0; kind < kindIds.size; kind += 1) byKind.push([]);
  const altered: Entry[] = [];
  let position = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    if (entry.withdrawn || entry.earlier.length > 0) altered.push(entry);
    if (entry.withdrawn || repeats(entries, index)) continue;
    entry.position = position;
    position += 1;
    byKind[entry.kind]?.push(entry);
  }
  return { byKind, altered };
}

function entriesOfPlain(facts: readonly Fact[], kindIds: ReadonlyMap<string, number>): Entry[] {
  const entries: Entry[] = [];
  for (const fact of facts) {
    const kind = kindIds.get(fact.kind);
    if (kind !== undefined) entries.push(entryOf(fact, kind, fact.seq, NO_VERSIONS, false));
  }
  return entries;
}

function entryOf(fact: Fact, kind: number, root: number, earlier: readonly Fact[], withdrawn: boolean): Entry {
  const at = fact.at === undefined ? Number.NaN : Date.parse(fact.at);
  return { fact, kind, on: trustedDay(fact.on), at, root, position: -1, earlier, withdrawn };
}

/** Follows corrections. A fact is superseded once: of two that try, the first recorded counts and the other is ignored. */
function entriesOfChains(facts: readonly Fact[], kindIds: ReadonlyMap<string, number>): Entry[] {
  const bySeq = new Map(facts.map((fact) => [fact.seq, fact]));
  const next = new Map<number, Fact>();
  for (const fact of [...bySeq.values()].sort((a, b) => a.seq - b.seq)) {
    if (fact.supersedes === undefined || next.has(fact.supersedes)) continue;
    if (bySeq.get(fact.supersedes)?.kind === fact.kind && fact.supersedes < fact.seq) next.set(fact.supersedes, fact);
  }
  const entries: Entry[] = [];
  for (const first of bySeq.values()) {
    const kind = first.supersedes === undefined ? kindIds.get(first.kind) : undefined;
    if (kind === undefined) continue;
    const versions: Fact[] = [first];
    let head = first;
    for (let after = next.get(head.seq); after !== undefined && !after.withdraws; after = next.get(head.seq)) {
      versions.push(after);
      head = after;
    }
    entries.push(entryOf(head, kind, first.seq, versions.slice(0, -1), next.has(head.seq)));
  }
  return entries;
}

function inOrder(entries: readonly Entry[]): boolean {
  for (let index = 1; index < entries.length; index += 1) {
    const one = entries[index - 1] as Entry;
    const two = entries[index] as Entry;
    if (one.on > two.on || (one.on === two.on && compare(one, two) > 0)) return false;
  }
  return true;
}

/** The total order of events: by day, then instant (unknown first), then kind, then content, and only then by arrival. */
function compare(a: Entry, b: Entry): number {
  if (a.on !== b.on) return a.on - b.on;
  const aKnown = !Number.isNaN(a.at);
  const bKnown = !Number.isNaN(b.at);
  if (aKnown !== bKnown) return aKnown ? 1 : -1;
  if (aKnown && a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return a.kind - b.kind;
  const left = contentOf(a);
  const right = contentOf(b);
  if (left !== right) return left < right ? -1 : 1;
  return a.root - b.root;
}

/** The same event recorded twice counts once. In the order of events such repetitions lie side by side. */
function repeats(entries: readonly Entry[], index: number): boolean {
  const one = entries[index] as Entry;
  for (let before = index - 1; before >= 0; before -= 1) {
    const two = entries[before] as Entry;
    if (two.on !== one.on || two.kind !== one.kind || !sameInstant(two.at, one.at)) return false;
    if (contentOf(two) !== contentOf(one)) return false;
    if (!two.withdrawn || two.fact.seq === one.fact.seq) return true;
  }
  return false;
}

const sameInstant = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/** Made when two events of one day have to be told apart, and kept with the fact: a day may have many. */
const contents = new WeakMap<Fact, string>();

/** What a fact says, as one text. */
function contentOf({ fact }: Entry): string {
  const known = contents.get(fact);
  if (known !== undefined) return known;
  const keys = Object.keys(fact.data).sort();
  const content = `${fact.category} ${JSON.stringify(keys.map((key) => [key, fact.data[key]]))}`;
  contents.set(fact, content);
  return content;
}
