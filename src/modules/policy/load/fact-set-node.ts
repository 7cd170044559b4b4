import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { FactKind } from '#modules/facts/model.ts';
import type { FactSet, FieldTest, KindPattern, Scalar } from '../rules/fact-set.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';
import { type FieldShape, fieldOf, fieldsOf, inField } from './fact-kind-fields.ts';
import { KeyReader, scalarOf, scalarsOf } from './key-reader.ts';
import { describeNode } from './source-file.ts';

/**
 * Facts as a clause names them: a term's name; a group of kinds with what their fields must be; or a list of both,
 * any of which will do.
 */
export function readFactSet(reading: ClauseReading, node: Node | null): FactSet {
  const { file } = reading;
  const place = file.placeOf(node);
  if (isScalar(node) && typeof node.value === 'string') return nameOrKind(reading, node, node.value);
  if (isSeq(node)) {
    const sets = node.items.map((item) => readFactSet(reading, item as Node));
    return { patterns: sets.flatMap((one) => one.patterns), terms: sets.flatMap((one) => one.terms), place };
  }
  if (isMap(node)) {
    const reader = new KeyReader(file, node);
    const patterns = reader.keys().flatMap((kind) => readKind(reading, node, kind, reader.take(kind)));
    return { patterns, terms: [], place };
  }
  file.refuse(node, `expected facts here: a kind, a term, or a list of them; found ${describeNode(node)}`);
  return { patterns: [], terms: [], place };
}

function nameOrKind(reading: ClauseReading, node: Node, name: string): FactSet {
  const place = reading.file.placeOf(node);
  if (!name.includes('.')) return { patterns: [], terms: [name], place };
  return { patterns: readKind(reading, node, name, null), terms: [], place };
}

function readKind(reading: ClauseReading, around: Node, name: string, node: Node | null): KindPattern[] {
  const { file } = reading;
  const kind = reading.kinds.get(name);
  if (kind === undefined) {
    file.refuse(node ?? around, `"${name}" is not a kind of fact that is registered`);
    return [];
  }
  if (node === null || (isScalar(node) && node.value === null)) return [{ kind: name, tests: [] }];
  const reader = KeyReader.over(file, node, `what ${name} must be`);
  if (reader === null) return [];
  const onlyIf = reader.optionalText('only if');
  const tests = reader.keys().flatMap((field) => readTest(reading, kind, field, node, reader.take(field)));
  if (onlyIf === null) return [{ kind: name, tests }];
  const parameter = reading.parameters.find((one) => one.name === onlyIf);
  if (parameter === undefined || typeof parameter.is !== 'boolean') {
    file.refuse(node, `"only if: ${onlyIf}" should name a yes/no parameter of clause ${reading.clauseId}`);
    return [];
  }
  return [{ kind: name, tests, onlyIf: parameter.key }];
}

function readTest(reading: ClauseReading, kind: FactKind, field: string, around: Node, node: Node | null): FieldTest[] {
  const shape = fieldOf(kind, field);
  if (shape === null) {
    const known = fieldsOf(kind).join(', ') || 'none';
    reading.file.refuse(node ?? around, `${kind.kind} has no field "${field}"; its fields are: ${known}`);
    return [];
  }
  if (isMap(node)) return readSpecialTest(reading, kind, field, shape, node);
  const value = scalarOf(node);
  if (value === 'the same') return [{ op: 'same', field, as: field }];
  if (value === 'the item') return [{ op: 'item', field }];
  return [{ op: 'is', field, values: checkedValues(reading, kind, field, shape, node) }];
}

function readSpecialTest(
  reading: ClauseReading,
  kind: FactKind,
  field: string,
  shape: FieldShape,
  node: Node,
): FieldTest[] {
  const reader = KeyReader.over(reading.file, node, field);
  if (reader === null) return [];
  const tests: FieldTest[] = reader.keys().flatMap((op): FieldTest[] => {
    const value = reader.take(op);
    if (op === 'not' && scalarOf(value) === 'the same') return [{ op: 'another', field, as: field }];
    if (op === 'not' || op === 'all') {
      return [{ op, field, values: checkedValues(reading, kind, field, shape, value) }];
    }
    if (op === 'at least' || op === 'at most') {
      if (shape.holds !== 'number') reading.file.refuse(node, `${kind.kind} "${field}" is not a number`);
      return [{ op, field, amount: readAmount(reading, node, String(scalarOf(value))) }];
    }
    if (op === 'known') return [{ op, field, known: scalarOf(value) === true }];
    if (op === 'the same as') return [{ op: 'same', field, as: String(scalarOf(value)) }];
    reading.file.refuse(node, `"${op}" is not a test; use not, all, at least, at most, known, or the same as`);
    return [];
  });
  return tests;
}

function checkedValues(
  reading: ClauseReading,
  kind: FactKind,
  field: string,
  shape: FieldShape,
  node: Node | null,
): Scalar[] {
  const values = scalarsOf(reading.file, node, field).map((value) => inField(shape, value));
  for (const value of values) {
    if (shape.codes !== null && !shape.codes.includes(String(value))) {
      reading.file.refuse(node, `${kind.kind} "${field}" is never "${value}"; it is one of: ${shape.codes.join(', ')}`);
    }
    if (shape.holds === 'boolean' && typeof value !== 'boolean') {
      reading.file.refuse(node, `${kind.kind} "${field}" is yes or no, not "${value}"`);
    }
    if (shape.holds === 'number' && typeof value !== 'number') {
      reading.file.refuse(node, `${kind.kind} "${field}" is a number, not "${value}"`);
    }
  }
  return values;
}
