import { CsvError, parse } from 'csv-parse/sync';
import type { Delimiter } from './delimiter.ts';

/** One record of the file and the line it begins on, from 1. `broken`: a quote opens in it and never closes. */
export interface SplitRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
}

/** Lines with a stray quote beyond this are given up on; what follows is returned as one broken record. */
const MOST_REPAIRS = 50;

const LINE_BREAK = /\r\n|\n|\r/g;

interface Parsed {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Cuts the text of a file into records, blank ones left out. Never throws: where a quote opens and never closes, that
 * line alone is broken and reading goes on at the next.
 */
export function splitRecords(text: string, delimiter: Delimiter): readonly SplitRecord[] {
  const records: SplitRecord[] = [];
  let rest = text;
  let line = 1;
  for (let repairs = 0; rest !== ''; repairs += 1) {
    const { whole, left } = parseAsFarAsPossible(rest, delimiter);
    for (const { record, raw } of whole) {
      records.push({ line, cells: record, broken: false });
      line += lineBreaks(raw);
    }
    const broken = repairs < MOST_REPAIRS ? firstLine(left) : left;
    if (broken !== '') records.push({ line, cells: [broken.trimEnd()], broken: true });
    line += lineBreaks(broken);
    rest = left.slice(broken.length);
  }
  return records.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
}

/** The records up to an unclosed quote, and the text from the record it stands in; nothing is left when all is well. */
function parseAsFarAsPossible(text: string, delimiter: Delimiter) {
  const whole: Parsed[] = [];
  try {
    parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (parsed: unknown) => {
        whole.push(parsed as Parsed);
        return null;
      },
    });
    return { whole, left: '' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { whole, left: text.slice(whole.reduce((length, { raw }) => length + raw.length, 0)) };
  }
}

function firstLine(text: string): string {
  const found = text.search(LINE_BREAK);
  if (found < 0) return text;
  return text.slice(0, text.startsWith('\r\n', found) ? found + 2 : found + 1);
}

function lineBreaks(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0;
}
