import fc from 'fast-check';
import type { Fact } from '#modules/facts/model.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { Compiled } from '../compile/compiled.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { ExampleFact, Pack } from '../model.ts';
import { fact } from './small-pack.ts';

/** The first day of any history. */
export const START = day('2025-01-01');

const DECISIONS = ['exempted', 'delegated', 'attested', 'reopened'] as const;
const CARE: readonly Pick<ExampleFact, 'kind' | 'data' | 'at'>[] = [
  { kind: 'enrolment.started', data: {} },
  { kind: 'enrolment.ended', data: { ground: 'goals-met' } },
];

const givenIn = ({ clauses }: Pick<Pack, 'clauses'>) =>
  clauses.flatMap(({ examples }) => examples.flatMap(({ given }) => given));

/**
 * Any history a pack can say something about: what its own examples are made of, mostly of one clause, on other days; a fact of
 * it perhaps corrected or withdrawn, and up to two decisions about duties it makes.
 */
export function anyHistory(compiled: Compiled): fc.Arbitrary<Fact[]> {
  const all = givenIn(compiled.pack);
  const byClause = compiled.pack.clauses
    .map((clause) => givenIn({ clauses: [clause] }))
    .filter((one) => one.length > 0);
  const event = fc.record({
    what: fc.nat(9_999),
    elsewhere: fc.nat(3),
    after: fc.nat(300),
    learnt: fc.nat(30),
    hour: fc.nat(23),
  });
  return fc
    .record({
      clause: fc.nat(byClause.length - 1),
      events: fc.array(event, { minLength: 1, maxLength: 14 }),
      change: fc.option(fc.record({ of: fc.nat(14), by: fc.integer({ min: -40, max: 40 }), withdraws: fc.boolean() })),
      decisions: fc.array(fc.record({ how: fc.constantFrom(...DECISIONS), about: fc.nat(999), after: fc.nat(320) }), {
        maxLength: 2,
      }),
    })
    .map(({ clause, events, change, decisions }) => {
      const facts: Fact[] = [fact(1, isoDay(START), 'enrolment.started')];
      for (const { what, elsewhere, after, learnt, hour } of events) {
        const from = elsewhere === 0 ? all : [...(byClause[clause] ?? []), ...CARE];
        const given = from[what % from.length];
        if (given === undefined) continue;
        const on = isoDay(addDays(START, after));
        const rest = { recordedAt: `${isoDay(addDays(START, after + learnt))}T23:59:00-05:00` };
        const at = given.at === undefined ? {} : { at: `${on}T${String(hour).padStart(2, '0')}:00:00-05:00` };
        facts.push(fact(facts.length + 1, on, given.kind, given.data, { ...rest, ...at }));
      }
      const was = change && facts[change.of % facts.length];
      if (change && was) {
        const { at: _, ...rest } = was;
        const on = isoDay(addDays(day(was.on), change.withdraws ? 0 : change.by));
        const link = { supersedes: was.seq, ...(change.withdraws ? { withdraws: true } : {}) };
        facts.push({ ...rest, ...link, seq: facts.length + 1, on, recordedAt: '2026-06-30T12:00:00Z' });
      }
      const { duties } = evaluate(compiled, facts);
      for (const { how, about, after } of decisions) {
        const duty = duties[about % Math.max(1, duties.length)];
        if (duty === undefined) continue;
        const item = duty.item === null ? {} : { item: duty.item };
        const data = { rule: duty.rule, root: duty.root, reason: 'r', evidence: 'e', to: 's', ...item };
        facts.push(fact(facts.length + 1, isoDay(addDays(START, after)), `duty.${how}`, data));
      }
      return facts;
    });
}
