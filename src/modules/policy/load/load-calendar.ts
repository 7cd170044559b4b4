import { isMap, isScalar, type Node } from 'yaml';
import type { BusinessCalendar } from '#shared/business-days.ts';
import { type CalendarDay, parseDay, weekdayOf } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { PackFile, PackProblem } from '../model.ts';
import { KeyReader } from './key-reader.ts';
import { SourceFile } from './source-file.ts';

/** A calendar of office days as data, with the text it came from, so that an outcome can name its hash. */
export interface LoadedCalendar extends BusinessCalendar {
  readonly title: string;
  readonly source: string;
  readonly confidence: string;
  readonly sourceText: string;
}

/** Reads a calendar: the days it knows, and which of them are closed or unsure, each by name. Weekends are closed. */
export function loadCalendar(from: PackFile): Result<LoadedCalendar, readonly PackProblem[]> {
  const file = new SourceFile(from.path, from.text);
  const reader = KeyReader.over(file, file.document.contents as Node | null, 'a calendar');
  if (reader === null) return fail(file.problems);
  const id = reader.text('calendar');
  const title = reader.text('title');
  const source = reader.text('source');
  const confidence = reader.text('confidence');
  const first = reader.day('from');
  const last = reader.day('to');
  if (first === null || last === null)
    file.refuse(reader.node, 'a calendar says the days it knows: add "from" and "to"');
  const closed = readDays(file, reader, 'closed');
  const unsure = readDays(file, reader, 'unsure');
  reader.done();
  if (file.problems.length > 0) return fail(file.problems);
  const weekend = (day: CalendarDay) => weekdayOf(day) > 5;
  return ok({
    id,
    title,
    source,
    confidence,
    sourceText: from.text,
    standing: (day) => {
      if (weekend(day) || closed.has(day)) return 'closed';
      return unsure.has(day) ? 'unsure' : 'open';
    },
    nameOf: (day) => (weekend(day) ? 'weekend' : (closed.get(day) ?? unsure.get(day))),
    knows: (day) => first !== null && last !== null && day >= first && day <= last,
  });
}

function readDays(file: SourceFile, reader: KeyReader, key: string): Map<number, string> {
  const days = new Map<number, string>();
  const node = reader.has(key) ? reader.take(key) : null;
  if (!isMap(node)) return days;
  for (const { key: dayNode, value } of node.items) {
    const day = isScalar(dayNode) ? parseDay(String(dayNode.value)) : null;
    if (day === null || !isScalar(value)) {
      file.refuse(dayNode as Node, `"${key}" is a list of days with a name, like: 2026-12-25 followed by Christmas`);
      continue;
    }
    days.set(day, String(value.value));
  }
  return days;
}
