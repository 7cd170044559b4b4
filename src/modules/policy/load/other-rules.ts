import type { Words } from '../model.ts';
import type { GateRule, LimitRule, NoteRule, RoleRule, TermRule } from '../rules/rule.ts';
import { type ClauseReading, readAmount } from './clause-reading.ts';
import { readCondition } from './condition-node.ts';
import { readFactSet } from './fact-set-node.ts';
import { KeyReader } from './key-reader.ts';
import { readSpan } from './span-node.ts';

/** A named predicate over facts, a span of days, or a count. */
export function readTerm(reading: ClauseReading, reader: KeyReader, title: Words): TermRule {
  const id = reader.text('term');
  const changePoint = reader.yes('change point');
  return { kind: 'term', id, title, place: reader.place, means: readMeaning(reading, reader, id), changePoint };
}

function readMeaning(reading: ClauseReading, reader: KeyReader, id: string): TermRule['means'] {
  if (reader.has('span')) return { of: 'span', span: readSpan(reading, reader.take('span')) };
  if (reader.has('count')) {
    const facts = readFactSet(reading, reader.take('count'));
    return { of: 'count', facts, since: reader.has('since') ? readFactSet(reading, reader.take('since')) : null };
  }
  if (!reader.has('facts'))
    reading.file.refuse(reader.node, `term ${id} says what it means: add facts, span, or count`);
  return { of: 'facts', facts: readFactSet(reading, reader.take('facts')) };
}

/** At most n of these, while a span or coverage holds, lifted from a day. */
export function readLimit(reading: ClauseReading, reader: KeyReader, title: Words): LimitRule {
  const id = reader.text('limit');
  const coverage = reader.has('lifted while coverage')
    ? KeyReader.over(reading.file, reader.take('lifted while coverage'), '"lifted while coverage"')
    : null;
  const [name] = coverage?.keys() ?? [];
  return {
    kind: 'limit',
    id,
    title,
    place: reader.place,
    atMost: readAmount(reading, reader.node, reader.text('at most')),
    facts: readFactSet(reading, reader.take('of')),
    valueOf: reader.optionalText('value of'),
    during: reader.optionalText('during'),
    liftedFrom: reader.has('lifted from') ? readFactSet(reading, reader.take('lifted from')) : null,
    liftedDuring: reader.optionalText('lifted during'),
    liftedWhileCoverage: coverage && name !== undefined ? { coverage: name, payer: coverage.text(name) } : null,
  };
}

/** An action in Kinfold is allowed only if every requirement holds. */
export function readGate(reading: ClauseReading, reader: KeyReader, title: Words): GateRule {
  const id = reader.text('gate');
  const action = reader.text('action');
  const strength = reader.choice('strength', ['hard', 'soft'], null);
  const inner = reader.has('requires') ? KeyReader.over(reading.file, reader.take('requires'), '"requires"') : null;
  if (inner === null) reading.file.refuse(reader.node, `gate ${id} requires nothing: add "requires"`);
  const requires = (inner?.keys() ?? []).map((name) => ({
    name,
    condition: readCondition(reading, inner?.take(name) ?? null),
  }));
  return { kind: 'gate', id, title, place: reader.place, action, strength, requires };
}

/** Who may, and who may not. */
export function readRole(_reading: ClauseReading, reader: KeyReader, title: Words): RoleRule {
  return {
    kind: 'role',
    id: reader.text('role'),
    title,
    place: reader.place,
    action: reader.text('action'),
    may: reader.texts('may'),
    mayNot: reader.texts('may not'),
  };
}

/** A text to know, with nothing to run. */
export function readNote(_reading: ClauseReading, reader: KeyReader, title: Words): NoteRule {
  // Editions recorded up to 2026.3 said where a note is shown; nothing reads it, and they must stay readable.
  reader.optionalText('shown at');
  return { kind: 'note', id: reader.text('note'), title, place: reader.place };
}
