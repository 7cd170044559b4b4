import type { Fact } from '#modules/facts/model.ts';
import { type CalendarDay, trustedDay } from '#shared/calendar-day.ts';
import { DECISION_KINDS } from './decision-kinds.ts';

const NO_VERSIONS: readonly Fact[] = [];
const NO_ENTRIES: readonly Entry[] = [];
const DECISIONS: ReadonlySet<string> = new Set(DECISION_KINDS);

/** One fact as rules see it: in its place in the order of events, with what it replaced. */
export class Entry {
  readonly fact: Fact;
  readonly kind: number;
  readonly on: CalendarDay;
  /** The first fact of its chain of corrections. */
  readonly root: number;
  /** Its place among all entries, counted from 0. */
  position = -1;
  /** The versions it replaced, oldest first. */
  readonly earlier: readonly Fact[];
  readonly withdrawn: boolean;
  /** What it answers to the questions the pack asks of its kind (`compile/questions.ts`); -1 until somebody asks. */
  answers = -1;
  #at: number | undefined = undefined;
  #content: string | undefined = undefined;

  constructor(fact: Fact, kind: number, root: number, earlier: readonly Fact[], withdrawn: boolean) {
    this.fact = fact;
    this.kind = kind;
    this.on = trustedDay(fact.on);
    this.root = root;
    this.earlier = earlier;
    this.withdrawn = withdrawn;
  }

  /** Milliseconds since 1970, or NaN when the instant is not known. Read when asked for: few rules look at the hour. */
  get at(): number {
    this.#at ??= this.fact.at === undefined ? Number.NaN : Date.parse(this.fact.at);
    return this.#at;
  }

  /** What the fact says, as one text. Made when two events of one day have to be told apart. */
  get content(): string {
    this.#content ??= contentOf(this.fact);
    return this.#content;
  }

  /** The same link of the chain as it was in one of its versions. */
  asIn(version: Fact): Entry {
    const then = new Entry(version, this.kind, this.root, this.earlier, this.withdrawn);
    then.position = this.position;
    return then;
  }
}

/** A history by kind of fact, each list in the order of events. */
export interface Chronicle {
  readonly byKind: readonly (readonly Entry[])[];
  /** Entries that were withdrawn or corrected: what hung on an earlier version is kept as void. */
  readonly altered: readonly Entry[];
}

/** Indexes facts of the kinds a pack mentions. Any order of the same facts, and any repetition, gives the same. */
export function chronicle(facts: readonly Fact[], kindIds: ReadonlyMap<string, number>): Chronicle {
  const entries = entriesOfPlain(facts, kindIds) ?? entriesOfChains(facts, kindIds);
  putInOrder(entries);
  const byKind: (readonly Entry[])[] = new Array(kindIds.size).fill(NO_ENTRIES);
  const altered: Entry[] = [];
  let position = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    if (entry.withdrawn || entry.earlier.length > 0) altered.push(entry);
    if (entry.withdrawn || (index > 0 && entry.on === (entries[index - 1] as Entry).on && repeats(entries, index)))
      continue;
    entry.position = position;
    position += 1;
    const known = byKind[entry.kind] as Entry[];
    if (known.length === 0) byKind[entry.kind] = [entry];
    else known.push(entry);
  }
  return { byKind, altered };
}

/** People write hours to the minute while the program notes seconds: within one minute nobody knows which came first. */
const minuteOf = (instant: number): number => Math.floor(instant / 60_000);

/** Of two entries of one day, whether the first is known to have come first: by their hours, or by their order in one kind. */
export function cameBefore(one: Entry, two: Entry): boolean {
  return one.kind === two.kind ? one.position < two.position : minuteOf(one.at) < minuteOf(two.at);
}

/** Where in a list in the order of events the entries of a day, or of a later one, begin. */
export function firstOnOrAfter(entries: readonly Entry[], day: CalendarDay): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).on < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One entry for each fact; null as soon as a fact replaces another, because then there are chains to follow. */
function entriesOfPlain(facts: readonly Fact[], kindIds: ReadonlyMap<string, number>): Entry[] | null {
  const entries: Entry[] = [];
  // Most facts are of the same kind as the one before: contacts.
  let name = '';
  let kind: number | undefined;
  for (let index = 0; index < facts.length; index += 1) {
    const fact = facts[index] as Fact;
    if (fact.supersedes !== undefined) return null;
    if (fact.kind !== name) {
      name = fact.kind;
      kind = kindIds.get(name);
    }
    if (kind !== undefined) entries.push(new Entry(fact, kind, fact.seq, NO_VERSIONS, false));
  }
  return entries;
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
    entries.push(new Entry(head, kind, first.seq, versions.slice(0, -1), next.has(head.seq)));
  }
  return entries;
}

/** More steps than this for each entry, and the list was not nearly in order: then a general sort is quicker. */
const MOST_STEPS = 8;

/** Puts entries in the order of events. They come as they were recorded, which is nearly that: each moves a few places. */
function putInOrder(entries: Entry[]): void {
  let steps = entries.length * MOST_STEPS;
  for (let index = 1; index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    let place = index;
    while (place > 0 && compare(entries[place - 1] as Entry, entry) > 0) {
      entries[place] = entries[place - 1] as Entry;
      place -= 1;
    }
    entries[place] = entry;
    steps -= index - place;
    if (steps < 0) {
      entries.sort(compare);
      return;
    }
  }
}

/** The total order of events: by day, then instant (unknown first), then kind, then content, and only then by arrival. */
function compare(a: Entry, b: Entry): number {
  if (a.on !== b.on) return a.on - b.on;
  const aKnown = !Number.isNaN(a.at);
  const bKnown = !Number.isNaN(b.at);
  if (aKnown !== bKnown) return aKnown ? 1 : -1;
  if (aKnown && a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return a.kind - b.kind;
  if (a.content !== b.content) return a.content < b.content ? -1 : 1;
  return a.root - b.root;
}

/**
 * The same event recorded twice counts once; in the order of events such repetitions lie side by side. A decision is no such
 * event: taken back, it may be made again.
 */
function repeats(entries: readonly Entry[], index: number): boolean {
  const one = entries[index] as Entry;
  for (let before = index - 1; before >= 0; before -= 1) {
    const two = entries[before] as Entry;
    if (two.on !== one.on || two.kind !== one.kind || !sameInstant(two, one)) return false;
    if (two.content !== one.content || DECISIONS.has(one.fact.kind)) return false;
    if (!two.withdrawn || two.fact.seq === one.fact.seq) return true;
  }
  return false;
}

const sameInstant = (one: Entry, two: Entry): boolean =>
  one.at === two.at || (Number.isNaN(one.at) && Number.isNaN(two.at));

function contentOf({ data, category }: Fact): string {
  const keys = Object.keys(data).sort();
  return `${category} ${JSON.stringify(keys.map((key) => [key, data[key]]))}`;
}
