import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { ReferralDraft } from '../model.ts';
import { cleanText } from './clean-text.ts';
import { importColumns, type RowCells } from './columns.ts';
import { rowFingerprint } from './fingerprint.ts';
import { type ImportContext, readRow } from './read-row.ts';

const context: ImportContext = {
  today: day('2026-03-02'),
  source: 'call center',
  knownExternalIds: new Map(),
  mendedByHand: [],
  hash: (text) => `${text.length}:${text}`,
  counties: ['Camden', 'Mercer', 'Cape May'],
  countyOfZip: (zip) => ({ '08608': ['Mercer'], '08009': ['Camden', 'Burlington'] })[zip] ?? [],
};

const good: RowCells = {
  referral_id: 'A-1',
  received_at: '2026-02-20T15:05Z',
  youth_first_name: 'Amara',
  youth_last_name: 'Okafor',
  date_of_birth: '2014-05-06',
  address: '12 Elm Street',
  state: 'NJ',
  zip: '08608',
  county: 'Mercer',
  guardian_first_name: 'Ngozi',
  guardian_last_name: 'Okafor',
  guardian_relationship: 'mother',
  guardian_phone: '(609) 555-0123',
  preferred_language: 'English',
  domains: 'mental health',
  consent_to_refer: 'Y',
};

function read(changes: RowCells) {
  const row = readRow({ ...good, ...changes }, context);
  if (row.kind !== 'readable') throw new Error(`not readable: ${JSON.stringify(row)}`);
  return row;
}
const tasksOf = (changes: RowCells) => read(changes).tasks.map((task) => task.code);
const problemsOf = (changes: RowCells) => {
  const row = readRow({ ...good, ...changes }, context);
  return row.kind === 'unreadable' ? row.problems.map((problem) => `${problem.field} ${problem.code}`) : row.kind;
};

describe('a row with nothing to look at', () => {
  it('just comes in', () => {
    expect(tasksOf({})).toEqual([]);
    expect(read({}).draft).toMatchObject({
      receivedOn: '2026-02-20',
      guardian: { telephone: '+16095550123' },
      consent: { given: 'yes', by: 'caregiver', byName: 'Ngozi Okafor', authority: 'parent', on: '2026-02-20' },
    });
  });
});

describe('what a person must look at', () => {
  it.each<[string, RowCells, string[]]>([
    ['5 today', { date_of_birth: '2021-03-02' }, []],
    ['5 tomorrow', { date_of_birth: '2021-03-03' }, ['under-5']],
    ['18 today', { date_of_birth: '2008-03-02' }, ['adult-consent']],
    ['18 tomorrow', { date_of_birth: '2008-03-03' }, []],
    ['21 tomorrow', { date_of_birth: '2005-03-03' }, ['adult-consent']],
    ['21 today', { date_of_birth: '2005-03-02' }, ['over-21']],
    [
      '18 with a foster parent',
      { date_of_birth: '2007-01-01', guardian_relationship: 'foster parent' },
      ['adult-consent'],
    ],
    ['an aunt', { guardian_relationship: 'aunt' }, ['authority']],
    ['a stepfather', { guardian_relationship: 'stepfather' }, ['authority']],
    ['a legal guardian', { guardian_relationship: 'guardian' }, []],
    ['words for no relationship', { guardian_relationship: 'coach' }, ['authority', 'value-unknown']],
    ['nobody named', { guardian_first_name: '', guardian_last_name: '' }, ['guardian-missing']],
    ['consent refused', { consent_to_refer: 'no' }, ['no-consent']],
    ['consent pending', { consent_to_refer: 'pending' }, ['no-consent']],
    ['county against ZIP', { county: 'Camden' }, ['county-zip-mismatch']],
    ['a ZIP of another state', { zip: '19103' }, ['county-zip-mismatch']],
    ['no county, ZIP in one', { county: '' }, []],
    ['no county, ZIP in two', { county: '', zip: '08009' }, ['county-unclear']],
    ['a county that is none', { county: 'Narnia' }, ['county-unclear']],
    ['county in other words', { county: 'mercer county' }, []],
    ['another state', { state: 'PA', zip: '19103', county: 'Philadelphia' }, ['other-state']],
    ['New Jersey in full', { state: 'New Jersey' }, []],
    ['no state but a New Jersey ZIP', { state: '' }, []],
    ['a ZIP that lost its zero', { zip: '8608' }, []],
    ['a ZIP that is none', { zip: 'none' }, ['zip-unreadable']],
    ['a telephone that is none', { guardian_phone: 'call the school' }, ['telephone-unreadable']],
    ['no need', { domains: '' }, ['no-domain']],
    ['needs in other words', { domains: 'MH, IDD' }, []],
    ['a need we do not know', { domains: 'juggling' }, ['domain-unknown']],
    ['Mandarin', { preferred_language: 'Mandarin' }, []],
    ['Klingon', { preferred_language: 'Klingon' }, ['language-unknown']],
    ['Spanish and Klingon, told apart', { preferred_language: 'Spanish; Klingon' }, ['language-unknown']],
    ['letters in Klingon', { letter_language: 'Klingon' }, ['language-unknown']],
    ['letters lost on the way', { youth_last_name: 'Pe\uFFFDa' }, ['letters-lost']],
    ['a formula as a name', { youth_first_name: '@SUM(A1)' }, ['formula-text']],
    ['a formula as a situation', { situation: '+cmd|calc' }, ['formula-text']],
    ['a list as a situation', { situation: '- left school\n- came back' }, []],
    ['the same formula defused', { youth_first_name: "'@SUM(A1)" }, ['formula-text']],
  ])('%s', (_, changes, codes) => {
    expect(tasksOf(changes).sort()).toEqual(codes);
  });

  it('is told what was mended', () => {
    expect(read({ zip: '8608', county: '', date_of_birth: '5/6/14' }).notes.map((note) => note.code)).toEqual([
      'day-read-as',
      'zero-restored',
      'county-from-zip',
    ]);
  });

  it.each([
    ['Spanish; English', ['es', 'en']],
    ['Spanish, English', ['es', 'en']],
    ['Gujarati and Hindi', ['gu', 'hi']],
    ['Portuguese/Klingon', ['pt', 'other']],
    ['Klingon and High Valyrian', ['other']],
    ['', ['und']],
  ])('several languages in one cell: %s', (preferred_language, codes) => {
    const { language, otherLanguages = [] } = read({ preferred_language }).draft.youth;
    expect([language, ...otherLanguages].map(({ code }) => code)).toEqual(codes);
  });

  it('the language for letters is told apart from the one spoken', () => {
    expect(read({ letter_language: 'English' }).draft.youth.letterLanguage).toEqual({ code: 'en', asReported: null });
    expect(read({}).draft.youth).not.toHaveProperty('letterLanguage');
  });

  it('keeps the words it has no code for', () => {
    const { draft } = read({
      preferred_language: 'Klingon',
      domains: 'mental health; juggling',
      guardian_phone: 'at work',
    });
    expect(draft.youth.language).toEqual({ code: 'other', asReported: 'Klingon' });
    expect(draft.otherDomains).toEqual(['juggling']);
    expect(draft.guardian).toMatchObject({ telephone: null, telephoneAsReported: 'at work' });
  });
});

describe('what cannot be read', () => {
  it.each<[string, RowCells, string[]]>([
    ['no first name', { youth_first_name: ' ' }, ['youth_first_name missing']],
    ['a name that is none', { youth_last_name: 'N/A' }, ['youth_last_name missing']],
    ['a name without letters', { youth_last_name: '12345' }, ['youth_last_name no-letters']],
    ['a birth day to come', { date_of_birth: '2026-03-03' }, ['date_of_birth in-the-future']],
    ['a birth day of long ago', { date_of_birth: '1812-01-01' }, ['date_of_birth too-long-ago']],
    ['received tomorrow', { received_at: '2026-03-03' }, ['received_at in-the-future']],
    ['born after it was received', { date_of_birth: '2026-02-25' }, ['date_of_birth born-after-received']],
    ['a text too long', { school: 'x'.repeat(301) }, ['school too-long']],
    [
      'all of it at once',
      { youth_last_name: '', date_of_birth: 'soon' },
      ['youth_last_name missing', 'date_of_birth not-a-date'],
    ],
  ])('%s', (_, changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  it('a number that came before with other content', () => {
    const known = new Map([['A-1', 'another hash']]);
    expect(readRow(good, { ...context, knownExternalIds: known })).toMatchObject({
      kind: 'unreadable',
      problems: [{ field: 'referral_id', code: 'id-used-before' }],
    });
  });
});

describe('a row without a number', () => {
  it('is named by what it says, so that it comes in once', () => {
    const first = read({ referral_id: '' });
    const known = new Map([[first.draft.externalId, first.rowHash]]);
    expect(readRow({ ...good, referral_id: '' }, { ...context, knownExternalIds: known }).kind).toBe('already-here');
  });
});

describe('a cell cleaned', () => {
  it.each([
    ['a letter and its accent are one', 'Jose\u0301', 'José'],
    ['nothing that a database refuses', 'A\u0000b\uD800c', 'Ab\uFFFDc'],
    ['nothing that nobody sees', '\u200BAm\u202Eara\uFEFF', 'Amara'],
    ['line breaks are one kind', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

describe('any text in any cell', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('=', "'", '\t', '-', '1', '/', ' ', '\u200B', '\uD800', 'a', '"') }),
    fc.constantFrom(...Object.values(good), '\u0000', '12/31/99', 'Y', '١٢٣'),
  );
  const row = fc.record(
    Object.fromEntries(importColumns.map((column) => [column, odd])) as Record<
      (typeof importColumns)[number],
      typeof odd
    >,
    { requiredKeys: [] },
  );

  it('never throws, and makes a draft the model accepts or a reason', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const outcome = readRow({ ...good, ...cells }, context);
        if (outcome.kind === 'readable') expect(ReferralDraft.safeParse(outcome.draft).error).toBeUndefined();
        if (outcome.kind === 'unreadable') expect(outcome.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same fingerprint whenever it is read, in whatever order the columns stand', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const turned = Object.fromEntries(Object.entries(cells).reverse());
        expect(rowFingerprint(turned)).toBe(rowFingerprint(cells));
      }),
    );
  });

  it('has another fingerprint when it says something else', () => {
    expect(rowFingerprint({ ...good, zip: '08609' })).not.toBe(rowFingerprint(good));
    expect(rowFingerprint({ ...good, zip: ' 08608 ' })).toBe(rowFingerprint(good));
  });
});
