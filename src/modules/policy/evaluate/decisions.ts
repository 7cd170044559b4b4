import type { Compiled } from '../compile/compiled.ts';
import type { Chronicle, Entry } from './chronicle.ts';

/** What people decided about duties, by rule and root, in the order they decided it; null when nobody decided anything. */
export type Decisions = ReadonlyMap<string, readonly Entry[]> | null;

export function decisionsIn(compiled: Compiled, chronicle: Chronicle): Decisions {
  let found: Map<string, Entry[]> | null = null;
  for (const kind of compiled.decisionKinds) {
    for (const entry of chronicle.byKind[kind] ?? []) {
      found ??= new Map();
      const key = `${String(entry.fact.data.rule)}#${String(entry.fact.data.root)}`;
      const list = found.get(key);
      if (list) list.push(entry);
      else found.set(key, [entry]);
    }
  }
  for (const list of found?.values() ?? [])
    if (list.length > 1) list.sort((a, b) => decidedOn(compiled, a) - decidedOn(compiled, b) || a.root - b.root);
  return found;
}

/**
 * The day somebody decided on: that of the decision, but something may be said done on a day long before. Within a day decisions
 * count in the order they were recorded, for the same may be decided, taken back and decided again.
 */
function decidedOn(compiled: Compiled, { fact, earlier, on }: Entry): number {
  if (fact.kind !== 'duty.attested') return on;
  return Math.max(on, compiled.dayOfInstant(Date.parse((earlier[0] ?? fact).recordedAt)));
}

/** The decision in force for one duty or period: the last one, unless it reopened the duty. */
export function decisionFor(decisions: Decisions, rule: string, root: number, item: string | null): Entry | null {
  const list = decisions?.get(`${rule}#${root}`);
  if (list === undefined) return null;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const entry = list[index] as Entry;
    if ((entry.fact.data.item ?? null) !== item) continue;
    return entry.fact.kind === 'duty.reopened' ? null : entry;
  }
  return null;
}

/** Of every item of a duty that somebody decided about the decision in force, in the order they were made. */
export function decisionsByItem(decisions: Decisions, rule: string, root: number): readonly Entry[] {
  const last = new Map<string | null, Entry>();
  for (const entry of decisions?.get(`${rule}#${root}`) ?? []) {
    const item = typeof entry.fact.data.item === 'string' ? entry.fact.data.item : null;
    last.delete(item);
    if (entry.fact.kind !== 'duty.reopened') last.set(item, entry);
  }
  return [...last.values()];
}
