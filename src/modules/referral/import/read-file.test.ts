import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importColumns, missingColumns, suggestMapping } from './columns.ts';
import { decodeReferralFile } from './decode-file.ts';
import { defuse, undefuse } from './formula.ts';
import { readReferralFile } from './read-file.ts';
import { rejectsFile } from './rejects-file.ts';

const cellsOf = (text: string) => readReferralFile(text).rows.map((row) => row.cells);

describe('a delimited file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['Windows line ends and a byte order mark', '\uFEFFa,b\r\n1,2\r\n'],
    ['old line ends', 'a,b\r1,2'],
    ['blank lines around', '\n\na,b\n\n1,2\n\n'],
    ['empty cells at the end of a row', 'a,b\n1,2,,\n'],
    ['our own reason columns', 'kinfold_line,kinfold_reason,kinfold_row,a,b\n7,because,row-7,1,2\n'],
  ])('with %s', (_, text) => {
    expect(readReferralFile(text)).toMatchObject({
      columns: ['a', 'b'],
      rows: [{ cells: ['1', '2'], problem: null }],
    });
  });

  it('keeps quotes, delimiters and line breaks inside a cell, and knows the lines after it', () => {
    const { rows } = readReferralFile('a,b\n"one\n""two"", three",2\n3,4\n');
    expect(rows).toMatchObject([
      { line: 2, cells: ['one\n"two", three', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  it('takes a quote in the middle of a cell for what it is', () => {
    expect(cellsOf('a,b\n5\' 2" tall,2\n3,4\n')).toEqual([
      ['5\' 2" tall', '2'],
      ['3', '4'],
    ]);
  });

  it('returns only the row whose cells do not fit the columns', () => {
    const { rows } = readReferralFile('a,b,c\n1,2\n1,2,3\n1,2,3,4\n');
    expect(rows.map((row) => row.problem?.code)).toEqual(['wrong-column-count', undefined, 'wrong-column-count']);
  });

  it('returns only the line on which a quote opens and never closes', () => {
    const { rows } = readReferralFile('a,b\n1,2\n3,"four\n5,6\n7,8\n');
    expect(rows.map((row) => [row.line, row.problem?.code])).toEqual([
      [2, undefined],
      [3, 'quote-not-closed'],
      [4, undefined],
      [5, undefined],
    ]);
  });

  it('says what is wrong with the file itself', () => {
    expect(readReferralFile('').problems).toEqual([{ field: 'file', code: 'empty-file' }]);
    expect(readReferralFile('a,b\n').problems).toEqual([{ field: 'file', code: 'no-rows' }]);
    expect(readReferralFile('zip,ZIP\n1,2').problems).toEqual([{ field: 'ZIP', code: 'duplicate-column' }]);
  });

  it('throws for no text', () => {
    const csvLike = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '\t', ' ', '=', 'é', '\uFEFF') });
    fc.assert(
      fc.property(csvLike, (text) => Array.isArray(readReferralFile(text).rows)),
      { numRuns: 1000 },
    );
  });
});

describe('the bytes of a file', () => {
  it.each([
    ['utf-8', new TextEncoder().encode('José')],
    ['windows-1252', Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9])],
    ['utf-16', Uint8Array.from([0xff, 0xfe, 0x4a, 0, 0x6f, 0, 0x73, 0, 0xe9, 0])],
  ])('in %s', (encoding, bytes) => {
    expect(decodeReferralFile(bytes)).toEqual({ text: 'José', encoding });
  });
});

describe('which column is which', () => {
  it('is told by our names and by others', () => {
    expect(suggestMapping(['DOB', 'Youth First Name', 'Last Name', 'Date Received', 'whatever'])).toEqual({
      date_of_birth: 0,
      youth_first_name: 1,
      youth_last_name: 2,
      received_at: 3,
    });
  });

  it('takes each column of the file once, our own name first', () => {
    expect(suggestMapping(['school name', 'school', 'zip', 'zip'])).toEqual({ school: 1, zip: 2 });
  });

  it('names the columns without which nothing can be read', () => {
    expect(missingColumns(suggestMapping(['first name', 'dob']))).toEqual(['received_at', 'youth_last_name']);
  });
});

describe('the file of returned rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', '-', '+', '@', "'", ';', ' ', 'é') });
  // A row of blanks is no row, so each begins with something.
  const row = fc.tuple(cell, cell).map((cells) => ['x', ...cells]);

  it('reads back as it was, but for apostrophes before a formula', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rejectsFile(
          ['a', 'b', 'c'],
          rows.map((cells, at) => ({
            line: at + 2,
            was: `row-${at}`,
            cells,
            problems: [{ field: 'a', code: 'missing' }],
          })),
        );
        const plain = (all: readonly (readonly string[])[]) => all.map((cells) => cells.map(undefuse));
        expect(plain(cellsOf(text))).toEqual(plain(rows));
      }),
    );
  });

  it('holds no cell a spreadsheet would run', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r]/.test(defuse(text))));
    const text = rejectsFile(
      ['name'],
      [{ line: 2, was: 'row-2', cells: ['=1+1'], problems: [{ field: 'name', code: 'no-letters' }] }],
    );
    expect(text).toContain("'=1+1");
  });

  it('has a column for each of ours', () => {
    expect(new Set(importColumns).size).toBe(importColumns.length);
  });
});
