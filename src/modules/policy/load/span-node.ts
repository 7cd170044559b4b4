import { isMap, type Node } from 'yaml';
import type { Boundary, Span } from '../rules/span.ts';
import type { ClauseReading } from './clause-reading.ts';
import { readDeadline, readLength } from './deadline-text.ts';
import { readFactSet } from './fact-set-node.ts';
import { KeyReader } from './key-reader.ts';

const OFFSET = /^.+ (before|after)$/;

/** A day taken from facts, as they stand or shifted: `{ 21 years after: youth.born }`. */
export function readBoundary(reading: ClauseReading, node: Node | null): Boundary {
  if (isMap(node) && node.items.length === 1) {
    const reader = new KeyReader(reading.file, node);
    const [key] = reader.keys();
    if (key !== undefined && OFFSET.test(key)) {
      return { offset: readDeadline(reading, node, key), facts: readFactSet(reading, reader.take(key)) };
    }
  }
  return { offset: null, facts: readFactSet(reading, node) };
}

export function readSpan(reading: ClauseReading, node: Node | null): Span {
  const nothing: Span = { shape: 'any of', terms: [] };
  const reader = KeyReader.over(reading.file, node, 'a span');
  if (reader === null) return nothing;
  const span = readShape(reading, reader, node);
  reader.done();
  return span ?? nothing;
}

function readShape(reading: ClauseReading, reader: KeyReader, node: Node | null): Span | null {
  if (reader.has('from')) {
    return {
      shape: 'between',
      from: readBoundary(reading, reader.take('from')),
      to: reader.has('to') ? readBoundary(reading, reader.take('to')) : null,
      ofTheSame: reader.optionalText('of the same'),
      lastDayCounts: reader.yes('last day counts'),
    };
  }
  if (reader.has('without')) {
    const facts = readFactSet(reading, reader.take('without'));
    const length = readLength(reading, node, reader.text('for'));
    return { shape: 'without', facts, length, during: reader.text('during') };
  }
  for (const shape of ['all of', 'any of'] as const) {
    if (reader.has(shape)) return { shape, terms: reader.texts(shape) };
  }
  if (reader.has('days of')) return { shape: 'except', term: reader.text('days of'), except: reader.texts('except') };
  reading.file.refuse(node, 'a span starts with: from, without, all of, any of, or days of');
  return null;
}
