import { isScalar, isSeq, type Node } from 'yaml';
import { type Condition, DIFFERENT } from '../rules/condition.ts';
import type { Amount } from '../rules/fact-set.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';
import { readLength } from './deadline-text.ts';
import { readFactSet } from './fact-set-node.ts';
import { KeyReader, scalarOf } from './key-reader.ts';

const NOTHING: Condition = { is: 'all', of: [] };

/** A condition: one group that starts with during, not during, has, lacks, at least, at most, all, any or function. */
export function readCondition(reading: ClauseReading, node: Node | null): Condition {
  if (isSeq(node)) return { is: 'all', of: node.items.map((item) => readCondition(reading, item as Node)) };
  const reader = KeyReader.over(reading.file, node, 'a condition');
  if (reader === null) return NOTHING;
  const condition = readOne(reading, reader, node);
  reader.done();
  return condition;
}

function readOne(reading: ClauseReading, reader: KeyReader, node: Node | null): Condition {
  for (const is of ['during', 'not during'] as const) {
    if (reader.has(is)) return { is, term: reader.text(is) };
  }
  for (const is of ['has', 'lacks'] as const) {
    if (!reader.has(is)) continue;
    const facts = readFactSet(reading, reader.take(is));
    const within = reader.optionalText('within');
    return { is, facts, within: within === null ? null : readLength(reading, node, within) };
  }
  for (const is of ['at least', 'at most'] as const) {
    if (!reader.has(is)) continue;
    const amount = readAmount(reading, node, reader.text(is));
    const facts = readFactSet(reading, reader.take('of'));
    const since = reader.has('since') ? readFactSet(reading, reader.take('since')) : null;
    const different = reader.has('in different') ? reader.choice('in different', DIFFERENT, null) : null;
    return { is, amount, facts, since, different };
  }
  for (const is of ['all', 'any'] as const) {
    if (reader.has(is)) return { is, of: reader.nodes(is).map((one) => readCondition(reading, one)) };
  }
  if (reader.has('function')) {
    const name = reader.text('function');
    return {
      is: 'function',
      name,
      facts: readFactSet(reading, reader.take('over')),
      since: reader.has('since') ? readFactSet(reading, reader.take('since')) : null,
      settings: readSettings(reading, reader),
    };
  }
  reading.file.refuse(
    node,
    'a condition starts with: during, not during, has, lacks, at least, at most, all, any, or function',
  );
  return NOTHING;
}

function readSettings(reading: ClauseReading, reader: KeyReader): Record<string, Amount> {
  const settings: Record<string, Amount> = {};
  const inner = reader.has('with') ? KeyReader.over(reading.file, reader.take('with'), '"with"') : null;
  for (const key of inner?.keys() ?? []) {
    const value = inner?.take(key) ?? null;
    settings[key] = readAmount(reading, value, isScalar(value) ? String(scalarOf(value)) : '');
  }
  return settings;
}
