import { isNode } from 'yaml';
import type { Scalar } from '../rules/fact-set.ts';
import type { DutyPart, DutyRule } from '../rules/rule.ts';
import type { ClauseReading } from './clause-reading.ts';
import { fieldOf, fieldsOf, inField } from './fact-kind-fields.ts';
import { KeyReader, scalarsOf } from './key-reader.ts';

const ATTESTED: DutyRule['doneOn'] = { kind: 'duty.attested', data: {}, asks: ['evidence'], same: {} };

/** What is recorded when a person says a duty was done on a day. Without `done on`, taken from what meets the duty. */
export function readDoneOn(reading: ClauseReading, reader: KeyReader, parts: readonly DutyPart[]): DutyRule['doneOn'] {
  if (!reader.has('done on')) return fromMeeting(reading, parts);
  const inner = KeyReader.over(reading.file, reader.take('done on'), '"done on"');
  const [name] = inner?.keys() ?? [];
  if (inner === null || name === undefined) return ATTESTED;
  const node = inner.take(name);
  const data: Record<string, unknown> = {};
  const fields = node === null ? null : KeyReader.over(reading.file, node, name);
  for (const field of fields?.keys() ?? []) {
    const value = fields?.take(field) ?? null;
    const kind = reading.kinds.get(name);
    const shape = kind ? fieldOf(kind, field) : null;
    const written = isNode(value) ? scalarsOf(reading.file, value, field) : [];
    const chosen = shape === null ? written : written.map((one) => inField(shape, one));
    data[field] = shape?.many ? chosen : chosen[0];
  }
  inner.done();
  const same = sameAsAnchor(parts, name);
  const asks = [...stillAsked(reading, reader, name, data), ...lookedAt(parts, name, data)];
  return { kind: name, data, asks: [...new Set(asks)].filter((field) => !(field in same)), same };
}

function fromMeeting(reading: ClauseReading, parts: readonly DutyPart[]): DutyRule['doneOn'] {
  const [part] = parts;
  const [pattern] = part?.facts.patterns ?? [];
  if (parts.length !== 1 || part?.facts.patterns.length !== 1 || pattern === undefined) return ATTESTED;
  if (part.facts.terms.length > 0) return ATTESTED;
  const data: Record<string, unknown> = {};
  const kind = reading.kinds.get(pattern.kind);
  for (const test of pattern.tests) {
    if (test.op !== 'is' && test.op !== 'all') continue;
    const chosen: readonly Scalar[] = test.op === 'all' ? test.values : test.values.slice(0, 1);
    const many = kind ? (fieldOf(kind, test.field)?.many ?? false) : false;
    data[test.field] = many ? chosen : chosen[0];
  }
  const same = sameAsAnchor(parts, pattern.kind);
  const asks = requiredFields(reading, pattern.kind, data).filter((field) => !(field in same));
  return { kind: pattern.kind, data, asks, same };
}

/** What need not be asked: the rule says that it is the same as in the fact the duty hangs on. */
function sameAsAnchor(parts: readonly DutyPart[], kind: string): Readonly<Record<string, string>> {
  const patterns = parts.flatMap(({ facts }) => facts.patterns).filter((one) => one.kind === kind);
  const tests = patterns.flatMap((pattern) => pattern.tests);
  return Object.fromEntries(tests.flatMap((test) => (test.op === 'same' ? [[test.field, test.as]] : [])));
}

/**
 * What meets the duty and `done on` does not say, such as to whom copies of a letter went: asked too, so that the fact is the
 * one a proper record would make.
 */
function lookedAt(parts: readonly DutyPart[], name: string, data: Readonly<Record<string, unknown>>): string[] {
  const patterns = parts.flatMap(({ facts }) => facts.patterns).filter((one) => one.kind === name && !one.onlyIf);
  const missing = patterns.map(({ tests }) => tests.map(({ field }) => field).filter((field) => !(field in data)));
  return missing.some((fields) => fields.length === 0) ? [] : (missing[0] ?? []);
}

function stillAsked(reading: ClauseReading, reader: KeyReader, name: string, data: Record<string, unknown>): string[] {
  const kind = reading.kinds.get(name);
  if (kind === undefined) {
    reading.file.refuse(reader.node, `"done on" names "${name}", which is not a registered kind of fact`);
    return [];
  }
  for (const field of Object.keys(data)) {
    if (fieldOf(kind, field) === null) reading.file.refuse(reader.node, `"done on": ${name} has no field "${field}"`);
  }
  return requiredFields(reading, name, data);
}

function requiredFields(reading: ClauseReading, name: string, data: Record<string, unknown>): string[] {
  const kind = reading.kinds.get(name);
  if (kind === undefined) return [];
  return fieldsOf(kind).filter((field) => !(field in data) && fieldOf(kind, field)?.required === true);
}
