import type { Fact } from '#modules/facts/model.ts';
import { type IsoDay, isoDay } from '#shared/calendar-day.ts';
import type { Compiled } from './compile/compiled.ts';
import type { Duty } from './duty.ts';
import { gatesFor, isDuring, payerOn } from './evaluate/ask.ts';
import { type Outcome, outcomeOf } from './evaluate/evaluate.ts';
import { type Situation, situate } from './evaluate/situation.ts';
import type { Example, ExampleFact, Expectation, PackProblem } from './model.ts';

/** Runs every example of a pack; what does not come out as written is a problem with its place. */
export function checkExamples(compiled: Compiled): PackProblem[] {
  return compiled.pack.clauses.flatMap((clause) =>
    clause.examples.flatMap((example) => checkExample(compiled, example)),
  );
}

/** One example: the facts are recorded in the order written, each on its own day unless it says when. */
export function checkExample(compiled: Compiled, example: Example): PackProblem[] {
  const situation = situate(compiled, example.given.map(factOf));
  const outcome = outcomeOf(situation);
  return example.then.flatMap((expected) => {
    const found = answer(situation, outcome, expected);
    if (found === null) return [];
    return [{ ...expected.place, reason: `example "${example.title}": ${expected.rule} ${found}` }];
  });
}

function factOf(given: ExampleFact, index: number): Fact {
  const recordedAt = given.recordedAt ?? given.at ?? `${given.on}T12:00:00Z`;
  const { kind, data, at, supersedes, withdraws } = given;
  return {
    seq: index + 1,
    recordedAt,
    kind,
    on: given.on as IsoDay,
    at,
    data,
    category: 'general',
    supersedes,
    withdraws,
  };
}

/** What is wrong, in words; null when it came out as expected. */
function answer(situation: Situation, outcome: Outcome, expected: Expectation): string | null {
  if (expected.of === 'duty') return aboutDuty(outcome, expected);
  const wanted = `should be ${expected.is}`;
  if (expected.of === 'limit') {
    const seqs = outcome.excesses.filter((one) => one.rule === expected.rule).map((one) => one.seq);
    const found = seqs.length === 0 ? 'kept' : `exceeded by ${seqs.join(', ')}`;
    return found === expected.is ? null : `${wanted}, is ${found}`;
  }
  if (expected.on === undefined) return 'is asked without saying on which day: add "on"';
  const found = askedOn(situation, expected, expected.on);
  return found === expected.is ? null : `${wanted}, is ${found}`;
}

function askedOn(situation: Situation, expected: Expectation, on: NonNullable<Expectation['on']>): string {
  if (expected.of === 'coverage') return payerOn(situation, expected.rule, on) ?? 'not a coverage of this pack';
  if (expected.of === 'term') return isDuring(situation, expected.rule, on) ? 'yes' : 'no';
  const action = situation.compiled.gates.find((one) => one.rule.id === expected.rule)?.rule.action;
  const gate = gatesFor(situation, action ?? '', on).find((one) => one.gate === expected.rule);
  if (gate === undefined) return 'not a gate of this pack';
  return gate.allowed ? 'allowed' : 'refused';
}

function aboutDuty(outcome: Outcome, expected: Expectation): string | null {
  const { root, item, ...details } = expected.details;
  const duties = outcome.duties.filter(
    (duty) =>
      duty.rule === expected.rule &&
      (root === undefined || duty.root === root) &&
      (item === undefined || duty.item === String(item)),
  );
  if (expected.is === 'none') return duties.length === 0 ? null : `should not be owed, is ${duties[0]?.state}`;
  const [duty] = duties;
  if (duty === undefined) return `should be ${expected.is}, is not owed at all${others(outcome, expected.rule)}`;
  if (duties.length > 1) return 'is owed more than once here: say which, with "root" or "item"';
  if (duty.state !== expected.is) return `should be ${expected.is}, is ${duty.state}, due ${isoDay(duty.due)}`;
  const wrong = Object.entries(details).find(
    ([key, value]) => JSON.stringify(detailOf(duty, key)) !== JSON.stringify(value),
  );
  return wrong === undefined
    ? null
    : `${wrong[0]} should be ${JSON.stringify(wrong[1])}, is ${JSON.stringify(detailOf(duty, wrong[0]))}`;
}

function others(outcome: Outcome, rule: string): string {
  const found = outcome.duties
    .filter((duty) => duty.rule === rule)
    .map((duty) => `root ${duty.root} item ${duty.item}`);
  return found.length === 0 ? '' : ` (there are: ${found.join('; ')})`;
}

function detailOf(duty: Duty, key: string): unknown {
  const day = (value: Duty['metOn']) => (value === null ? 'none' : isoDay(value));
  const details: Readonly<Record<string, () => unknown>> = {
    due: () => day(duty.due),
    'late after': () => day(duty.lateAfter),
    'met on': () => day(duty.metOn),
    until: () => day(duty.until),
    because: () => duty.because,
    open: () => duty.openParts,
    force: () => duty.force,
    preferred: () => (duty.notPreferred ? 'no' : 'yes'),
    impossible: () => (duty.impossible ? 'yes' : 'no'),
    'yields to': () => duty.yieldsTo,
    periods: () => duty.pattern?.met.length ?? 0,
  };
  return details[key]?.() ?? `"${key}" is nothing a duty has`;
}
