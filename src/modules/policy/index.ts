/** The only door of the rule engine for other slices. Everything behind it is pure. */

export { editionAt, factsKnownAt } from './as-known.ts';
export { type Change, changesBetween } from './change.ts';
export { type ChangeCounts, ChangesByRule, type RuleChanges } from './changes-by-rule.ts';
export {
  type Compiled,
  type CompileOptions,
  compile,
  type EarlierNumbers,
  type Hashes,
  type Overrides,
} from './compile/compiled.ts';
export { FUNCTIONS } from './compile/functions.ts';
export { type DoneOnTemplate, doneOnTemplate } from './done-on.ts';
export {
  DUTY_STATES,
  type Duty,
  type DutyState,
  dutyKey,
  type Excused,
  type Pattern,
  type StoredPattern,
  type Stretch,
  type VoidReason,
} from './duty.ts';
export { type GateAnswer, gatesFor, isDuring, type LimitAnswer, limitsOn, payerOn } from './evaluate/ask.ts';
export type { CoverageInterval, CoverageOutcome } from './evaluate/coverage.ts';
export { type ChangePoint, evaluate, type Outcome, outcomeOf } from './evaluate/evaluate.ts';
export type { Excess } from './evaluate/limits.ts';
export { type Situation, situate } from './evaluate/situation.ts';
export { checkExamples } from './examples.ts';
export { wordLabelled, wordPeriod } from './explain/day-words.ts';
export { explainDuty } from './explain/explain-duty.ts';
export type { Explanation, Reason } from './explain/reason.ts';
export { type Language, word } from './explain/word.ts';
export { policyFacts } from './facts.ts';
export { evaluateFile, type FileQuestion } from './facts-file/evaluate-file.ts';
export type { FileProblem } from './facts-file/file-problem.ts';
export type { Report } from './facts-file/report.ts';
export { type LoadedCalendar, loadCalendar } from './load/load-calendar.ts';
export { loadPack } from './load/load-pack.ts';
export { loadWords, type ProgrammeWords } from './load/load-words.ts';
export type { Clause, Confidence, Force, NotLoaded, Pack, PackFile, PackProblem, Parameter, Words } from './model.ts';
export {
  currentPeriod,
  metPeriods,
  missedPeriods,
  missedSince,
  type Period,
  periodsSoFar,
  periodToName,
  type Repeating,
} from './periods.ts';
export { type NotCarried, type PlanDefinitionExport, toPlanDefinition } from './plan-definition.ts';
export { type Owed, type Standing, standingOf } from './standing.ts';
export { titledBy } from './titles.ts';
