import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { fits, fitsStatic } from '../compile/fact-set.ts';
import { passes } from '../compile/fact-test.ts';
import type { Duty } from '../duty.ts';
import type { Entry } from '../evaluate/chronicle.ts';
import { countedFrom } from '../evaluate/items.ts';
import { windowOf } from '../evaluate/meeting.ts';
import { periodOf, periodStart } from '../evaluate/period-arithmetic.ts';
import type { Situation } from '../evaluate/situation.ts';
import type { FactSet, FieldTest, KindPattern } from '../rules/fact-set.ts';
import type { NearMiss, Reason } from './reason.ts';

/** How long before its window opens a fitting act is still worth mentioning, in days. */
const JUST_BEFORE = 30;

/** More near misses than this explain nothing further; the latest are told. */
const MOST_TOLD = 5;

/** Facts that look like what meets the duty and do not count, each with the first thing that is wrong with it. */
export function nearMisses(situation: Situation, compiled: CompiledDuty, duty: Duty): Reason[] {
  const anchor = situation.chronicle.byKind.flat().find((entry) => entry.fact.seq === duty.anchor);
  if (anchor === undefined) return [];
  const from = countedFrom(compiled, anchor.fact, duty.item);
  const window = windowWithin(duty, windowOf(situation, compiled, anchor, duty.item, duty.due, from));
  const patterns = compiled.rule.parts.flatMap((part) => patternsOf(situation, part.facts));
  const kinds = new Set(patterns.map((pattern) => pattern.kind));
  const families = new Set([...kinds].map((kind) => kind.split('.')[0]));
  const reasons: Reason[] = [];
  // In the order of events, whatever their kinds, so that the latest come last.
  for (const entry of situation.chronicle.byKind.flat().sort((a, b) => a.position - b.position)) {
    if (
      entry === anchor ||
      duty.metBy.includes(entry.fact.seq) ||
      entry.on < addDays(window.opens, duty.pattern === null ? -JUST_BEFORE : 0)
    )
      continue;
    const { kind } = entry.fact;
    if (kinds.has(kind)) {
      const miss = missOf(situation, compiled, patterns, entry, anchor, duty.item, window);
      if (miss !== null) reasons.push({ ...about(entry), ...miss });
    } else if (kind.endsWith('.attempted') && families.has(kind.split('.')[0]) && entry.on >= window.opens) {
      reasons.push({ ...about(entry), why: 'attempted', field: null });
    }
  }
  return reasons.slice(-MOST_TOLD);
}

function about({ fact, on }: Entry) {
  const { how } = fact.data;
  return { code: 'near-miss', seq: fact.seq, kind: fact.kind, on, how: typeof how === 'string' ? how : null } as const;
}

/** Of a duty of each period only what happened from that period on is worth mentioning. */
function windowWithin<W extends { readonly opens: CalendarDay }>({ pattern, due }: Duty, window: W): W {
  if (pattern === null) return window;
  const from = periodStart(pattern, periodOf(pattern, due));
  return from > window.opens ? { ...window, opens: from } : window;
}

function missOf(
  situation: Situation,
  compiled: CompiledDuty,
  patterns: readonly KindPattern[],
  entry: Entry,
  anchor: Entry,
  item: string | null,
  window: { readonly opens: number; readonly closes: number },
): { why: NearMiss; field: string | null } | null {
  const { data } = entry.fact;
  const set = compiled.parts.find((part) => fitsStatic(part.set, entry))?.set;
  if (set !== undefined) {
    if (!fits(set, entry, anchor.fact.data, item)) return { why: 'about-something-else', field: null };
    if (entry.on < window.opens) return { why: 'too-early', field: null };
    return entry.on > window.closes ? { why: 'too-late', field: null } : null;
  }
  if (entry.on < window.opens) return null;
  const pattern = patterns.find((one) => one.kind === entry.fact.kind);
  const failed = pattern?.tests.find((test) => passes(test, data, situation.compiled.settings) === false);
  return failed === undefined ? null : { why: whyOf(failed), field: failed.field };
}

function whyOf(test: FieldTest): NearMiss {
  if (test.field === 'with' || test.field === 'attended' || test.field === 'to') return 'wrong-person';
  return test.field === 'how' ? 'other-way' : 'other-content';
}

function patternsOf(situation: Situation, facts: FactSet): KindPattern[] {
  const named = facts.terms.flatMap((name) =>
    situation.compiled.pack.clauses
      .flatMap((clause) => clause.rules)
      .flatMap((rule) =>
        rule.kind === 'term' && rule.id === name && rule.means.of === 'facts'
          ? patternsOf(situation, rule.means.facts)
          : [],
      ),
  );
  const own = facts.patterns.filter(
    (one) => one.onlyIf === undefined || situation.compiled.settings.get(one.onlyIf) === true,
  );
  return [...own, ...named];
}
