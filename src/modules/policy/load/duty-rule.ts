import type { FactSet } from '../rules/fact-set.ts';
import { AFTER_CARE, type DutyPart, type DutyRule, PARTIES, type Repetition } from '../rules/rule.ts';
import type { ClauseReading } from './clause-reading.ts';
import { readCondition } from './condition-node.ts';
import { readDeadline } from './deadline-text.ts';
import { readDoneOn } from './done-on.ts';
import { readCountsFrom, readForEach } from './duty-window.ts';
import { readFactSet } from './fact-set-node.ts';
import { KeyReader } from './key-reader.ts';
import { readRepetition } from './repetition.ts';

/** After this, someone owes that by a day. */
export function readDuty(reading: ClauseReading, reader: KeyReader, title: DutyRule['title']): DutyRule {
  const { file } = reading;
  const id = reader.text('duty');
  const facts = (key: string): FactSet | null => (reader.has(key) ? readFactSet(reading, reader.take(key)) : null);
  const when = readFactSet(reading, reader.take('when'));
  const repeats = readRepetition(reading, reader);
  const parts = readParts(reading, reader);
  const { due, target } = readDue(reading, reader, repeats);
  const lateAfter = reader.has('late after') ? readDeadline(reading, reader.node, reader.text('late after')) : null;
  const owes = reader.texts('owes');
  if (owes.length === 0) file.refuse(reader.node, `duty ${id} says nobody owes it: add "owes"`);
  if (repeats.how.startsWith('each') && parts.length > 1) {
    file.refuse(reader.node, `duty ${id} repeats by period, so one act must be enough: use "met by"`);
  }
  const before = due?.direction === 'before';
  if (before && !reader.has('counts from')) {
    file.refuse(
      reader.node,
      `duty ${id} is due before a day, so it must say from when an act counts: add "counts from"`,
    );
  }
  return {
    kind: 'duty',
    id,
    title,
    place: reader.place,
    when,
    provided: reader.has('if') ? readCondition(reading, reader.take('if')) : null,
    owes,
    party: reader.choice('owed by', PARTIES, 'holder'),
    due,
    lateAfter,
    target,
    dayZeroCounts: reader.choice('day zero', ['counts', 'does not count'], 'does not count') === 'counts',
    closedDays: reader.choice('closed days', ['stay', 'later', 'earlier', 'late after only'], 'stay'),
    parts,
    countsFrom: readCountsFrom(reading, reader),
    countsUntil: reader.choice('counts until', ['always', 'due', 'the day itself'], before ? 'due' : 'always'),
    afterMove: reader.choice('after a move', ['still counts', 'must be done again'], 'still counts'),
    prefer: facts('prefer'),
    voidIf: facts('void if'),
    endsWith: facts('ends with'),
    stopsDuring: reader.optionalText('stops during'),
    suspendedDuring: reader.optionalText('suspended during'),
    notOwedDuring: reader.optionalText('not owed during'),
    afterCare: reader.choice('after care', AFTER_CARE, 'ends'),
    repeats,
    forEach: readForEach(reading, reader),
    topic: reader.optionalText('topic'),
    doneOn: readDoneOn(reading, reader, parts),
  };
}

function readDue(
  reading: ClauseReading,
  reader: KeyReader,
  repeats: Repetition,
): { due: DutyRule['due']; target: boolean } {
  const periodic = repeats.how.startsWith('each');
  const key = reader.has('target') ? 'target' : 'due';
  if (!reader.has(key)) {
    if (!periodic)
      reading.file.refuse(reader.node, 'a duty says by when: add "due", or "target" when the source has none');
    return { due: null, target: false };
  }
  if (periodic) reading.file.refuse(reader.node, 'a duty of each period is due when the period ends: leave "due" out');
  if (reader.has('due') && reader.has('target')) reading.file.refuse(reader.node, 'either "due" or "target", not both');
  return { due: readDeadline(reading, reader.node, reader.text(key)), target: key === 'target' };
}

function readParts(reading: ClauseReading, reader: KeyReader): DutyPart[] {
  if (reader.has('met by')) return [{ name: null, facts: readFactSet(reading, reader.take('met by')) }];
  if (!reader.has('met by all')) {
    reading.file.refuse(reader.node, 'a duty says what meets it: add "met by" or "met by all"');
    return [];
  }
  const inner = KeyReader.over(reading.file, reader.take('met by all'), '"met by all"');
  return (inner?.keys() ?? []).map((name) => ({ name, facts: readFactSet(reading, inner?.take(name) ?? null) }));
}
