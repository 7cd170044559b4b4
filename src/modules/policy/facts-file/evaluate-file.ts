import type { FactKind } from '#modules/facts/model.ts';
import { parseDay } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { factsKnownAt } from '../as-known.ts';
import { type Compiled, compile } from '../compile/compiled.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { LoadedCalendar } from '../load/load-calendar.ts';
import type { Pack } from '../model.ts';
import type { FileProblem } from './file-problem.ts';
import { readFacts } from './read-facts.ts';
import { type Report, reportOf } from './report.ts';

export interface FileQuestion {
  readonly packs: readonly Pack[];
  readonly calendars: readonly LoadedCalendar[];
  readonly factKinds: readonly FactKind[];
  readonly sha256: (text: string) => string;
  /** The pack's id. Of several versions, the newest that may be used on the day is taken. */
  readonly pack: string;
  /** The day the duties are read on, `YYYY-MM-DD`. */
  readonly on: string;
  /** An instant: facts recorded later are left out. */
  readonly knownAt?: string;
}

/** Evaluates the facts in a file. Refuses, with place and reason, what could not have been recorded. */
export function evaluateFile(json: unknown, question: FileQuestion): Result<Report, readonly FileProblem[]> {
  const on = parseDay(question.on);
  if (on === null) return fail([{ pointer: '', code: 'shape', reason: `"${question.on}" is not a day` }]);
  if (question.knownAt !== undefined && Number.isNaN(Date.parse(question.knownAt))) {
    return fail([{ pointer: '', code: 'shape', reason: `"${question.knownAt}" is not an instant` }]);
  }
  const read = readFacts(json, question.factKinds);
  if (!read.ok) return read;
  const compiled = compiledFor(question, on, read.value.parameters);
  if (!compiled.ok) return compiled;
  const { knownAt } = question;
  const facts = knownAt === undefined ? read.value.facts : factsKnownAt(read.value.facts, knownAt);
  return ok(reportOf(compiled.value, evaluate(compiled.value, facts), on, knownAt ?? null));
}

function compiledFor(
  question: FileQuestion,
  on: number,
  parameters: Readonly<Record<string, number | boolean>>,
): Result<Compiled, readonly FileProblem[]> {
  const versions = question.packs
    .filter((one) => one.id === question.pack && one.from <= on)
    .sort((a, b) => b.from - a.from);
  const [pack] = versions;
  if (pack === undefined) {
    const known = [...new Set(question.packs.map((one) => one.id))].join(', ') || 'none';
    return fail([
      { pointer: '', code: 'pack', reason: `pack "${question.pack}" is not loaded for that day; loaded are: ${known}` },
    ]);
  }
  const { calendars, factKinds, sha256 } = question;
  const compiled = compile(pack, { calendars, factKinds, sha256, parameters });
  if (compiled.ok) return compiled;
  return fail(
    compiled.error.map((one) => ({ pointer: '/parameters', code: 'parameter' as const, reason: one.reason })),
  );
}
