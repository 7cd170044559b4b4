import type { Node } from 'yaml';
import type { FactKind } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { type Ambiguity, AUTHORITIES, type Clause, CONFIDENCES, FORCES, type Parameter, type Words } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import type { ClauseReading } from './clause-reading.ts';
import { readCoverage } from './coverage-rule.ts';
import { readDuty } from './duty-rule.ts';
import { readExample } from './example-node.ts';
import { KeyReader, scalarOf } from './key-reader.ts';
import { readGate, readLimit, readNote, readRole, readTerm } from './other-rules.ts';
import type { SourceFile } from './source-file.ts';
import { readTitle } from './title-node.ts';

type RuleReader = (reading: ClauseReading, reader: KeyReader, title: Words) => Rule;

const RULE_READERS: Readonly<Record<Rule['kind'], RuleReader>> = {
  term: readTerm,
  coverage: readCoverage,
  limit: readLimit,
  gate: readGate,
  duty: readDuty,
  role: readRole,
  note: readNote,
};

/** One numbered passage of a source with everything it makes. Every problem is left in the file. */
export function readClause(file: SourceFile, node: Node, kinds: ReadonlyMap<string, FactKind>): Clause | null {
  const reader = KeyReader.over(file, node, 'a clause');
  if (reader === null) return null;
  const id = reader.text('clause');
  const parameters = readParameters(file, reader, id);
  const forms = new Map<Words, Words>();
  const reading: ClauseReading = { file, clauseId: id, parameters, kinds };
  const title = readTitle(reading, reader, forms);
  const says = reader.words('says');
  const { from, to } = readInForce(file, reader, id);
  const clause: Clause = {
    id,
    title,
    forms,
    says,
    cite: reader.text('cite'),
    source: reader.text('source'),
    authority: reader.choice('authority', AUTHORITIES, null),
    force: reader.choice('force', FORCES, null),
    confidence: reader.choice('confidence', CONFIDENCES, null),
    from,
    to,
    parameters,
    readings: reader.nodes('readings').flatMap((one) => readAmbiguity(file, one)),
    rules: reader.nodes('rules').flatMap((one) => readRule(reading, one, title, forms)),
    examples: reader.nodes('examples').flatMap((one) => readExample(reading, one) ?? []),
    place: reader.place,
  };
  reader.done();
  return clause;
}

function readInForce(file: SourceFile, reader: KeyReader, id: string): { from: CalendarDay; to: CalendarDay | null } {
  const inner = reader.has('in force') ? KeyReader.over(file, reader.take('in force'), '"in force"') : null;
  const from = inner?.day('from') ?? null;
  const to = inner?.day('to') ?? null;
  inner?.done();
  if (from === null)
    file.refuse(reader.node, `clause ${id} does not say from which day it is in force: add "in force"`);
  if (from !== null && to !== null && to < from) file.refuse(inner?.node, `clause ${id} ends before it starts`);
  return { from: from ?? (0 as CalendarDay), to };
}

function readParameters(file: SourceFile, reader: KeyReader, clauseId: string): Parameter[] {
  if (!reader.has('parameters')) return [];
  const all = KeyReader.over(file, reader.take('parameters'), '"parameters"');
  return (all?.keys() ?? []).flatMap((name): Parameter[] => {
    const one = KeyReader.over(file, all?.take(name), `parameter ${name}`);
    if (one === null) return [];
    const is = scalarOf(one.take('is'));
    if (typeof is !== 'number' && typeof is !== 'boolean') {
      file.refuse(one.node, `parameter ${name} should be a number, yes or no`);
      return [];
    }
    if (typeof is === 'number' && !(Number.isInteger(is) && is >= 0))
      file.refuse(one.node, `parameter ${name} should be a whole number, not ${is}`);
    if (!one.has('source'))
      file.refuse(one.node, `parameter ${name} has no source: nobody could say where the number comes from`);
    const source = one.optionalText('source') ?? '';
    const confidence = one.choice('confidence', CONFIDENCES, null);
    one.done();
    return [{ key: `${clauseId}/${name}`, name, is, source, confidence, place: one.place }];
  });
}

function readAmbiguity(file: SourceFile, node: Node): Ambiguity[] {
  const reader = KeyReader.over(file, node, 'a reading');
  if (reader === null) return [];
  const question = reader.text('question');
  const ambiguity = { question, default: reader.text('default'), otherwise: reader.text('otherwise') };
  reader.done();
  return [ambiguity];
}

function readRule(reading: ClauseReading, node: Node, clauseTitle: Words, forms: Map<Words, Words>): Rule[] {
  const reader = KeyReader.over(reading.file, node, 'a rule');
  if (reader === null) return [];
  const kind = (Object.keys(RULE_READERS) as Rule['kind'][]).find((one) => reader.has(one) && reader.keys()[0] === one);
  if (kind === undefined) {
    reading.file.refuse(node, `a rule starts with one of: ${Object.keys(RULE_READERS).join(', ')}`);
    return [];
  }
  const title = reader.has('title') ? readTitle(reading, reader, forms) : clauseTitle;
  const rule = RULE_READERS[kind](reading, reader, title);
  reader.done();
  return [rule];
}
