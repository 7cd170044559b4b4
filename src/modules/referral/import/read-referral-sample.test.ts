import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import { ReferralDraft } from '../model.ts';
import { missingColumns, suggestMapping } from './columns.ts';
import { readReferralFile } from './read-file.ts';
import { type ImportContext, numberFrom } from './read-row.ts';
import { numbersIn, type RowOutcome, readRows, rowsOf } from './read-rows.ts';
import { rejectsFile } from './rejects-file.ts';

const text = readFileSync(new URL('./sample.csv', import.meta.url), 'utf8');
const context: ImportContext = {
  today: day('2026-03-02'),
  source: 'call center',
  knownExternalIds: new Map(),
  mendedByHand: [],
  hash: (said) => createHash('sha256').update(said).digest('hex'),
  counties: ['Essex', 'Mercer'],
  countyOfZip: (zip) => (zip === '08608' ? ['Mercer'] : []),
};

function importFile(content: string, known: ImportContext['knownExternalIds'] = new Map()) {
  const file = readReferralFile(content);
  const mapping = suggestMapping(file.columns);
  return { file, mapping, outcomes: readRows(file, mapping, { ...context, knownExternalIds: known }) };
}

function idOf(outcome: RowOutcome): string {
  return outcome.cells[0] ?? '';
}

/** What became of a row in one line: its tasks, its problems, or that it was here already. */
function became(outcome: RowOutcome): string {
  if (outcome.kind === 'already-here') return 'already here';
  const codes =
    outcome.kind === 'readable'
      ? outcome.tasks.map((task) => task.code)
      : outcome.problems.map((problem) => `${problem.field} ${problem.code}`);
  return `${outcome.kind === 'readable' ? 'in' : 'returned'}: ${codes.join(', ')}`;
}

/** Every row that is not simply in, by its number; `T-032` stands twice and counts with its second row. */
const EXPECTED: Readonly<Record<string, string>> = {
  'T-011': 'in: formula-text',
  'T-012': 'in: formula-text',
  'T-013': 'in: under-5',
  'T-014': 'in: adult-consent',
  'T-015': 'in: over-21',
  'T-016': 'in: authority',
  'T-017': 'in: authority',
  'T-018': 'in: no-consent',
  'T-019': 'in: no-consent',
  'T-020': 'in: county-zip-mismatch',
  'T-021': 'in: other-state',
  'T-023': 'in: zip-unreadable',
  'T-024': 'in: telephone-unreadable',
  'T-025': 'in: telephone-missing',
  'T-026': 'in: language-unknown',
  'T-027': 'in: no-domain',
  'T-028': 'in: domain-unknown',
  'T-029': 'in: guardian-missing',
  'T-031': 'in: likely-duplicate',
  'T-032': 'returned: referral_id id-repeated',
  'T-001': 'already here',
  'T-034': 'returned: youth_first_name missing',
  'T-035': 'returned: youth_last_name missing',
  'T-036': 'returned: date_of_birth no-such-day',
  'T-037': 'returned: date_of_birth day-before-month',
  'T-038': 'returned: date_of_birth in-the-future',
  'T-039': 'returned: date_of_birth not-a-date',
  'T-040': 'returned: received_at in-the-future',
  'T-041': 'returned: received_at missing',
  'T-900': 'returned: row wrong-column-count',
  'T-901,2026-02-20T15:05Z,Uma,"Unclosed,,2012-02-20,female': 'returned: row quote-not-closed',
};

describe('a file as it arrives', () => {
  const { file, mapping, outcomes } = importFile(text);

  it('has every column recognized', () => {
    expect(missingColumns(mapping)).toEqual([]);
    expect(file.columns).toHaveLength(Object.keys(mapping).length);
  });

  it('brings in every row but the unreadable, each with its own task or reason', () => {
    const notSimplyIn = Object.fromEntries(
      outcomes.map((outcome) => [idOf(outcome), became(outcome)]).filter(([, what]) => what !== 'in: '),
    );
    expect(notSimplyIn).toEqual(EXPECTED);
    expect(outcomes.filter((outcome) => outcome.kind === 'readable')).toHaveLength(33);
  });

  it('makes drafts that the model accepts', () => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'readable') expect(ReferralDraft.safeParse(outcome.draft).error).toBeUndefined();
    }
  });

  it('keeps a formula as text and unusual letters as they are', () => {
    const names = outcomes.flatMap((outcome) => (outcome.kind === 'readable' ? [outcome.draft.youth] : []));
    expect(names.map((youth) => youth.firstName)).toContain('=HYPERLINK("http://example.org","x")');
    expect(names.map((youth) => youth.lastName)).toContain('O’Donnell de la Torre');
  });

  it('changes nothing when it comes a second time', () => {
    const known = new Map(
      outcomes.flatMap((outcome) =>
        outcome.kind === 'readable' ? [[outcome.draft.externalId, outcome.rowHash] as const] : [],
      ),
    );
    const again = importFile(text, known).outcomes;
    expect(again.filter((outcome) => outcome.kind === 'readable')).toEqual([]);
    expect(again.filter((outcome) => outcome.kind === 'already-here')).toHaveLength(34);
  });

  it('returns the rest as a file that comes in once it is mended', () => {
    const returned = outcomes.flatMap((outcome) =>
      outcome.kind === 'unreadable' ? [{ ...outcome, was: numberFrom(outcome.rowHash) }] : [],
    );
    const rejects = rejectsFile(file.columns, returned);
    expect(rejects).toContain('Date of birth is a day that does not exist: “2012-02-31”.');
    const mended = rejects
      .replace(/(T-036.*)2012-02-31/, '$12012-02-28')
      .replace(/T-035(.*)Liam,,/, 'T-035$1Liam,Kerr,');
    const again = importFile(mended).outcomes;
    expect(again.filter((outcome) => outcome.kind === 'readable').map((outcome) => outcome.cells[0])).toEqual([
      'T-032',
      'T-035',
      'T-036',
    ]);
  });
});

const FIRST = ['Amal', 'Bruno', 'Carla', 'Devon', 'Elif', 'Farah', 'Gil', 'Hana', 'Ines', 'Joel'];
const LAST = ['Prewitt', 'Zamora', 'Lund', 'Katz', 'Bishop', 'Ortega', 'Munro', 'Fenn', 'Sato', 'Voss', 'Ibarra'];

describe('a thousand rows with seven bad ones', () => {
  const header = 'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth';
  const bad = new Set([3, 100, 101, 500, 777, 998, 999]);
  const rows = Array.from({ length: 1000 }, (_, at) => {
    const birthDay = bad.has(at) ? '2012-13-40' : isoDay(addDays(day('2010-01-01'), at));
    const [first, last] = [FIRST[at % FIRST.length], LAST[Math.floor(at / FIRST.length) % LAST.length]];
    return [`Q-${at}`, '2026-01-05', first, last, birthDay].join(',');
  });

  it('imports 993 and returns 7 with reasons', { timeout: 30_000 }, () => {
    const { outcomes } = importFile([header, ...rows].join('\r\n'));
    expect(outcomes.filter((outcome) => outcome.kind === 'readable')).toHaveLength(993);
    const returned = outcomes.filter((outcome) => outcome.kind === 'unreadable');
    expect(returned.map(became)).toEqual(Array(7).fill('returned: date_of_birth no-such-day'));
  });
});

describe('before a row is read', () => {
  it('it is known under which number it comes in, also without one of its own', () => {
    const { file, mapping, outcomes } = importFile(text.replace(/^T-0(01|02|07)/gm, ''));
    const cameIn = outcomes.flatMap((one) => (one.kind === 'readable' ? [one.draft.externalId] : []));
    expect(cameIn.filter((number) => number.startsWith('row-'))).toHaveLength(3);
    expect(numbersIn(file, mapping, context.hash)).toEqual(expect.arrayContaining(cameIn));
  });

  it('rows are read as they are asked for', () => {
    const { file, mapping } = importFile(text);
    let read = 0;
    const hash = (said: string) => {
      read += 1;
      return context.hash(said);
    };
    const rows = rowsOf(file, mapping, { ...context, hash });
    rows.next();
    rows.next();
    expect(read).toBe(2);
  });
});
