import { isMap, isScalar, type Node } from 'yaml';
import type { FactKind } from '#modules/facts/model.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { Example, ExampleFact, Expectation } from '../model.ts';
import type { ClauseReading } from './clause-reading.ts';
import { fieldOf } from './fact-kind-fields.ts';
import { KeyReader } from './key-reader.ts';

const FACT = /^(\d{4}-\d{2}-\d{2})(T\S+)? ([a-z][a-z0-9.-]+)$/;
const SUBJECTS = ['duty', 'gate', 'coverage', 'limit', 'term'] as const;

/** A situation: what was recorded, in order, and what follows. */
export function readExample(reading: ClauseReading, node: Node): Example | null {
  const reader = KeyReader.over(reading.file, node, 'an example');
  if (reader === null) return null;
  const title = reader.text('example');
  const given = reader.nodes('given').flatMap((one) => readGiven(reading, one));
  const then = reader.nodes('then').flatMap((one) => readExpectation(reading, one));
  reader.done();
  if (then.length === 0) reading.file.refuse(node, `example "${title}" expects nothing: add "then"`);
  return { title, given, then, place: reader.place };
}

function readGiven(reading: ClauseReading, node: Node): ExampleFact[] {
  if (isScalar(node)) return factOf(reading, node, String(node.value), {}, {});
  const reader = KeyReader.over(reading.file, node, 'a fact of an example');
  if (reader === null) return [];
  const recorded = reader.optionalText('recorded');
  const corrects = reader.optionalText('corrects');
  const withdraws = reader.optionalText('withdraws');
  const [head] = reader.keys();
  if (head === undefined) {
    reading.file.refuse(node, 'a fact of an example is written like: 2026-09-13 enrolment.started');
    return [];
  }
  const value = reader.take(head);
  const data = isMap(value) ? (value.toJS(reading.file.document) as Record<string, unknown>) : {};
  reader.done();
  const supersedes = corrects ?? withdraws;
  return factOf(reading, node, head, data, {
    ...(recorded === null ? {} : { recordedAt: recorded }),
    ...(supersedes === null ? {} : { supersedes: Number(supersedes) }),
    ...(withdraws === null ? {} : { withdraws: true }),
  });
}

function factOf(
  reading: ClauseReading,
  node: Node,
  head: string,
  written: Record<string, unknown>,
  rest: Pick<ExampleFact, 'supersedes' | 'withdraws' | 'recordedAt'>,
): ExampleFact[] {
  const match = FACT.exec(head);
  const [, on = '', time, kind = ''] = match ?? [];
  if (match === null || parseDay(on) === null) {
    reading.file.refuse(node, `"${head}" should be a day (or instant) and a kind, like: 2026-09-13 enrolment.started`);
    return [];
  }
  const registered = reading.kinds.get(kind);
  if (registered === undefined) {
    reading.file.refuse(node, `"${kind}" is not a kind of fact that is registered`);
    return [];
  }
  const data = yesAndNo(registered, written);
  const checked = registered.data.safeParse(data);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    reading.file.refuse(node, `${kind} in this example: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return [{ kind, on, data, ...(time === undefined ? {} : { at: `${on}${time}` }), ...rest }];
}

/** An example says yes and no, as the rules do; a fact holds true and false. */
function yesAndNo(kind: FactKind, data: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(data).map(([field, value]) => {
    if (fieldOf(kind, field)?.holds !== 'boolean') return [field, value];
    return [field, value === 'yes' || (value !== 'no' && value)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function readExpectation(reading: ClauseReading, node: Node): Expectation[] {
  const reader = KeyReader.over(reading.file, node, 'an expectation');
  if (reader === null) return [];
  const of = SUBJECTS.find((subject) => reader.has(subject));
  if (of === undefined) {
    reading.file.refuse(node, `an expectation starts with one of: ${SUBJECTS.join(', ')}`);
    return [];
  }
  const rule = reader.text(of);
  const on = reader.day('on');
  const is = reader.text('is');
  const details: Record<string, unknown> = {};
  for (const key of reader.keys()) {
    const value = reader.take(key);
    details[key] = isScalar(value) ? value.value : (value as { toJSON?: () => unknown } | null)?.toJSON?.();
  }
  return [{ of, rule, is, details, place: reader.place, ...(on === null ? {} : { on }) }];
}
