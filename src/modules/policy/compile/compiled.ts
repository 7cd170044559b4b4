import type { FactKind } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { DECISION_KINDS, OVERRIDE_KIND } from '../evaluate/decision-kinds.ts';
import { type DayInZone, dayInZone } from '../evaluate/zone.ts';
import type { LoadedCalendar } from '../load/load-calendar.ts';
import type { Clause, Pack, PackProblem } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { titledBy } from '../titles.ts';
import { type CompiledCoverage, compileCoverage } from './coverage.ts';
import { type CompiledDuty, compileDuty } from './duty.ts';
import { type CompiledGate, compileGate } from './gate.ts';
import { type CompiledLimit, compileLimit } from './limit.ts';
import { amountOf, type Settings } from './settings.ts';
import { type CompiledSpan, compileSpan } from './span.ts';
import { Workshop } from './workshop.ts';

/** What an outcome rests on besides the facts, so that it can be replayed and compared. */
export interface Hashes {
  readonly pack: string;
  readonly parameters: string;
  readonly calendars: string;
}

/** An agency's own numbers, by parameter key (`clause/name`). */
export type Overrides = Readonly<Record<string, number | boolean>>;

/** Numbers an agency had before those it has now. */
export interface EarlierNumbers {
  /** The first day on which they did not count any more. */
  readonly until: CalendarDay;
  readonly parameters: Overrides;
}

export interface CompileOptions {
  readonly factKinds: readonly FactKind[];
  readonly calendars: readonly LoadedCalendar[];
  readonly parameters?: Overrides;
  /** In the order of time. What was settled under them stays as it was judged. */
  readonly earlier?: readonly EarlierNumbers[];
  readonly sha256: (text: string) => string;
}

/** A pack as plain functions, with its numbers and calendar filled in. Made once, used for every chart. */
export interface Compiled {
  /** Its titles are by these numbers. */
  readonly pack: Pack;
  readonly settings: Settings;
  readonly overrides: Overrides;
  /** The same pack with each of the numbers there were before, in the order of time. */
  readonly earlier: readonly { readonly until: CalendarDay; readonly compiled: Compiled }[];
  readonly calendar: LoadedCalendar;
  readonly dayOfInstant: DayInZone;
  readonly kinds: ReadonlyMap<string, number>;
  readonly decisionKinds: readonly number[];
  readonly overrideKind: number;
  readonly duties: readonly CompiledDuty[];
  readonly topics: boolean;
  readonly limits: readonly CompiledLimit[];
  readonly coverages: readonly CompiledCoverage[];
  readonly gates: readonly CompiledGate[];
  /** How many different sets of facts its rules ask for. */
  readonly sets: number;
  readonly spans: ReadonlyMap<string, CompiledSpan>;
  readonly changePoints: readonly { readonly clause: Clause; readonly rule: Rule; readonly span: CompiledSpan }[];
  readonly hashes: Hashes;
}

/** Fills in parameters and calendar and turns every rule into functions. Refuses overrides that name no parameter. */
export function compile(written: Pack, options: CompileOptions): Result<Compiled, readonly PackProblem[]> {
  const overrides = options.parameters ?? {};
  const settings = settingsOf(written, overrides);
  if (!settings.ok) return settings;
  const pack = titledBy(written, settings.value);
  const earlier: { until: CalendarDay; compiled: Compiled }[] = [];
  for (const { until, parameters } of options.earlier ?? []) {
    const then = compile(written, { ...options, parameters, earlier: [] });
    if (!then.ok) return then;
    earlier.push({ until, compiled: then.value });
  }
  const endless = cyclesOfNoDays(pack, settings.value);
  if (endless.length > 0) return fail(endless);
  const calendar = options.calendars.find((one) => one.id === pack.calendar);
  if (calendar === undefined) return fail([problem(`calendar "${pack.calendar}" is not loaded`)]);
  const workshop = new Workshop(pack, settings.value, calendar);
  const decisionKinds = DECISION_KINDS.map((kind) => workshop.kindId(kind));
  const overrideKind = workshop.kindId(OVERRIDE_KIND);
  const rules = pack.clauses.flatMap((clause) => clause.rules.map((rule) => ({ clause, rule })));
  const duties = rules.flatMap(({ clause, rule }) =>
    rule.kind === 'duty' ? [compileDuty(workshop, clause, rule)] : [],
  );
  const coverages = rules.flatMap(({ clause, rule }) =>
    rule.kind === 'coverage' ? [compileCoverage(workshop, clause, rule)] : [],
  );
  const limits = rules.flatMap(({ clause, rule }) =>
    rule.kind === 'limit' ? [compileLimit(workshop, clause, rule)] : [],
  );
  const gates = rules.flatMap(({ clause, rule }) =>
    rule.kind === 'gate' ? [compileGate(workshop, clause, rule)] : [],
  );
  const changePoints = rules.flatMap(({ clause, rule }) =>
    rule.kind === 'term' && rule.changePoint ? [{ clause, rule, span: compileSpan(workshop, rule.id) }] : [],
  );
  for (const { rule } of rules) if (rule.kind === 'term' && rule.means.of === 'span') compileSpan(workshop, rule.id);
  return ok({
    pack,
    settings: settings.value,
    overrides,
    earlier,
    calendar,
    dayOfInstant: dayInZone(pack.zone),
    kinds: workshop.kinds,
    decisionKinds,
    overrideKind,
    duties,
    topics: duties.some((duty) => duty.rule.topic !== null),
    limits,
    coverages,
    gates,
    sets: workshop.sets.size,
    spans: workshop.spans,
    changePoints,
    hashes: {
      pack: options.sha256(pack.sourceText),
      parameters: options.sha256(
        [
          JSON.stringify([...settings.value].sort()),
          ...earlier.map(({ until, compiled }) => `${until} ${compiled.hashes.parameters}`),
        ].join(),
      ),
      calendars: options.sha256(calendar.sourceText),
    },
  });
}

/** A cycle of no days comes round without end: every count of its periods would run forever. */
function cyclesOfNoDays(pack: Pack, settings: Settings): PackProblem[] {
  return pack.clauses.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      if (rule.kind !== 'duty' || rule.repeats.how !== 'each cycle') return [];
      if (amountOf(settings, rule.repeats.days) > 0) return [];
      return [{ ...rule.place, reason: `duty ${rule.id} repeats each 0 days: a cycle has at least one` }];
    }),
  );
}

function settingsOf(pack: Pack, overrides: Overrides): Result<Settings, readonly PackProblem[]> {
  const parameters = pack.clauses.flatMap((clause) => clause.parameters);
  const settings = new Map(parameters.map((one) => [one.key, one.is]));
  const problems: PackProblem[] = [];
  for (const [key, value] of Object.entries(overrides)) {
    const known = settings.get(key);
    if (known === undefined) problems.push(problem(`"${key}" is not a parameter of pack ${pack.id}`));
    else if (typeof known !== typeof value)
      problems.push(problem(`"${key}" should be a ${typeof known}, not ${String(value)}`));
    else if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) {
      problems.push(problem(`"${key}" should be a whole number, not ${String(value)}`));
    } else settings.set(key, value);
  }
  return problems.length > 0 ? fail(problems) : ok(settings);
}

const problem = (reason: string): PackProblem => ({ file: 'overrides', line: 1, reason });
