import type { Node } from 'yaml';
import { type FactKind, PROGRAMMES } from '#modules/facts/model.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Clause, NotLoaded, Pack, PackFile, PackProblem } from '../model.ts';
import { checkCare } from './check-care.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkLayers } from './check-layers.ts';
import { checkNames } from './check-names.ts';
import { readClause } from './clause-node.ts';
import { KeyReader } from './key-reader.ts';
import { SourceFile } from './source-file.ts';

/**
 * Reads a pack from its files: one that starts with `pack`, and any number with a list of `clauses`. Everything that
 * is wrong is reported at once, each with file, line and reason; a pack with one problem does not load.
 */
export function loadPack(
  files: readonly PackFile[],
  kinds: readonly FactKind[],
  calendarIds: readonly string[],
): Result<Pack, readonly PackProblem[]> {
  const registry = new Map(kinds.map((kind) => [kind.kind, kind]));
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sources = sorted.map((one) => new SourceFile(one.path, one.text));
  const clauses: Clause[] = [];
  const heads: Head[] = [];
  for (const file of sources) {
    const reader = KeyReader.over(file, file.document.contents as Node | null, 'a policy file');
    if (reader === null) continue;
    if (reader.has('pack')) heads.push(readHead(file, reader, calendarIds));
    clauses.push(...reader.nodes('clauses').flatMap((node) => readClause(file, node, registry) ?? []));
    reader.done();
  }
  const problems = sources.flatMap((file) => file.problems);
  const [head] = heads;
  if (head === undefined || heads.length > 1) {
    const reason = `a pack has one file that starts with "pack"; found ${heads.length}`;
    return fail([...problems, { file: sorted[0]?.path ?? '', line: 1, reason }]);
  }
  problems.push(
    ...checkNames(clauses),
    ...checkLayers(clauses),
    ...checkCare(head.care, clauses),
    ...checkExpectations(clauses),
  );
  if (problems.length > 0) return fail(problems);
  const sourceText = sorted.map((one) => `${one.path}\n${one.text}`).join('\n');
  return ok({ ...head, clauses, files: sorted, sourceText });
}

type Head = Omit<Pack, 'clauses' | 'files' | 'sourceText'>;

function readHead(file: SourceFile, reader: KeyReader, calendarIds: readonly string[]): Head {
  const calendarNode = reader.node.get('calendar', true) as Node | undefined;
  const head: Head = {
    id: reader.text('pack'),
    programme: reader.choice('programme', PROGRAMMES, null),
    title: reader.words('title'),
    version: reader.text('version'),
    from: reader.day('from') ?? (0 as CalendarDay),
    reviewBy: reader.day('review by'),
    calendar: reader.text('calendar'),
    zone: reader.text('zone'),
    care: readCare(file, reader),
    notLoaded: reader.nodes('not loaded').flatMap((node) => readNotLoaded(file, node)),
  };
  if (!calendarIds.includes(head.calendar)) {
    file.refuse(
      calendarNode,
      `calendar "${head.calendar}" is not loaded; loaded are: ${calendarIds.join(', ') || 'none'}`,
    );
  }
  return head;
}

function readCare(file: SourceFile, reader: KeyReader): Pack['care'] {
  const node = reader.node.get('care', true) as Node | undefined;
  const span = reader.optionalText('care');
  return span === null ? null : { span, place: file.placeOf(node) };
}

function readNotLoaded(file: SourceFile, node: Node): NotLoaded[] {
  const reader = KeyReader.over(file, node, 'a text that is not loaded');
  if (reader === null) return [];
  const one = { name: reader.text('name'), why: reader.text('why') };
  reader.done();
  return [one];
}
