import type { Words } from '../model.ts';
import type { CoverageChange, CoverageRule } from '../rules/rule.ts';
import type { ClauseReading } from './clause-reading.ts';
import { readFactSet } from './fact-set-node.ts';
import { KeyReader } from './key-reader.ts';
import { readBoundary } from './span-node.ts';

/** Who pays from which day to which: what it starts as, and the days on which it changes. */
export function readCoverage(reading: ClauseReading, reader: KeyReader, title: Words): CoverageRule {
  const id = reader.text('coverage');
  const startsAs = reader.text('starts as');
  const changes = reader.nodes('changes').flatMap((node): CoverageChange[] => {
    const inner = KeyReader.over(reading.file, node, 'a change of coverage');
    if (inner === null) return [];
    const change: CoverageChange = {
      from: readBoundary(reading, inner.take('from')),
      payer: inner.text('is'),
      onlyFrom: inner.texts('only from'),
      unless: inner.has('unless before then') ? readFactSet(reading, inner.take('unless before then')) : null,
      place: inner.place,
    };
    inner.done();
    return [change];
  });
  return { kind: 'coverage', id, title, place: reader.place, startsAs, changes };
}
