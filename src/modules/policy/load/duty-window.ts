import type { DutyRule } from '../rules/rule.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';
import { KeyReader, scalarOf } from './key-reader.ts';

const BEFORE = /^(\d+|\{[^}]+\}) calendar days before$/;

/** From when an act counts: `the anchor`, `any time`, or `30 calendar days before` it. */
export function readCountsFrom(reading: ClauseReading, reader: KeyReader): DutyRule['countsFrom'] {
  const text = reader.optionalText('counts from') ?? 'the anchor';
  if (text === 'the anchor') return { from: 'anchor' };
  if (text === 'any time') return { from: 'any time' };
  const match = BEFORE.exec(text);
  if (match === null) {
    reading.file.refuse(
      reader.node,
      `"counts from: ${text}" should be: the anchor, any time, or 30 calendar days before`,
    );
    return { from: 'anchor' };
  }
  return { from: 'before anchor', days: readAmount(reading, reader.node, match[1] ?? '') };
}

/** The field of the anchor whose items each make a duty; `named` and `day` pick from an item that is a group. */
export function readForEach(reading: ClauseReading, reader: KeyReader): DutyRule['forEach'] {
  if (!reader.has('for each')) return null;
  const node = reader.take('for each');
  const plain = scalarOf(node);
  if (typeof plain === 'string') return { of: plain, named: null, day: null };
  const inner = KeyReader.over(reading.file, node, '"for each"');
  if (inner === null) return null;
  const forEach = { of: inner.text('of'), named: inner.optionalText('named'), day: inner.optionalText('on') };
  inner.done();
  return forEach;
}
