import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import type { RowCells } from './columns.ts';
import type { MendedRow } from './mended-before.ts';
import { type ImportContext, readRow } from './read-row.ts';

const context: ImportContext = {
  today: day('2026-03-02'),
  source: 'call center',
  knownExternalIds: new Map(),
  mendedByHand: [],
  hash: (text) => `${text.length}:${text}`,
  counties: ['Mercer'],
  countyOfZip: () => ['Mercer'],
};

const good: RowCells = {
  referral_id: 'A-1',
  received_at: '2026-02-20T15:05Z',
  youth_first_name: 'Amara',
  youth_last_name: 'Okafor',
  date_of_birth: '2014-05-06',
  county: 'Mercer',
};

describe('a row that was mended in the form and comes in a mended file too', () => {
  const receivedOn = '2026-02-20';
  const amara = { externalId: 'A-1', firstName: 'Amara', lastName: 'Okafor', birthDay: '2014-05-06', receivedOn };
  const mendedByHand = [amara];
  const known = new Map([['A-1', 'the hash of the row as it was wrong']]);
  it.each([
    ['is here already', {}, 'already-here'],
    ['also where the name was mended otherwise', { youth_first_name: 'Amarah' }, 'already-here'],
    ['also where the birth day was', { date_of_birth: '2014-06-05' }, 'already-here'],
    ['but not a twin', { youth_first_name: 'Ngozi' }, 'unreadable'],
    [
      'nor somebody of another name and the same birth day',
      { youth_first_name: 'Leo', youth_last_name: 'Diaz' },
      'unreadable',
    ],
    ['but not where neither agrees', { youth_first_name: 'Leo', date_of_birth: '2011-06-05' }, 'unreadable'],
    ['without a number where both agree', { referral_id: '' }, 'already-here'],
    ['also where the birth day was read in two ways', { referral_id: '', date_of_birth: '2014-06-05' }, 'already-here'],
    ['but not another birth day altogether', { referral_id: '', date_of_birth: '2012-06-05' }, 'readable'],
    ['and not without a number where one does', { referral_id: '', youth_first_name: 'Leo' }, 'readable'],
    [
      'nor received another day',
      { referral_id: '', date_of_birth: '2014-06-05', received_at: '2026-01-02' },
      'readable',
    ],
    ['and not under a number of its own', { referral_id: 'A-2' }, 'readable'],
  ])('%s', (_, changes, kind) => {
    const row = { ...good, ...changes };
    expect(readRow(row, { ...context, knownExternalIds: known, mendedByHand }).kind).toBe(kind);
  });
});

describe('a row of the file of rows to mend', () => {
  const una = {
    externalId: 'K-1',
    firstName: 'Una',
    lastName: 'Thorn',
    birthDay: '2013-06-30',
    receivedOn: '2026-02-20',
  };
  const mendedRows = new Map<string, MendedRow[]>([
    ['row-0123', [{ externalId: 'K-1', youth: una }]],
    ['row-beyond', [{ externalId: 'K-2', youth: null }]],
    [
      'row-alike',
      [una, { ...una, externalId: 'K-3', firstName: 'Vera' }].map((youth) => ({ externalId: youth.externalId, youth })),
    ],
  ]);
  const row = {
    ...good,
    referral_id: '',
    youth_first_name: 'Una',
    youth_last_name: 'Thorn',
    date_of_birth: '2013-06-30',
  };
  const readAs = (was: string | null, changes: RowCells = {}) =>
    readRow({ ...row, ...changes }, { ...context, mendedRows }, was);

  it.each<[string, RowCells, string]>([
    ['as it was mended in the form', {}, 'already-here'],
    ['the name mended otherwise', { youth_first_name: 'Oona', youth_last_name: 'Thorne' }, 'already-here'],
    ['the birth day mended otherwise', { date_of_birth: '2013-07-01' }, 'already-here'],
    ['both', { youth_first_name: 'Oona', date_of_birth: '2013-07-01' }, 'already-here'],
    ['the birth day still wrong', { date_of_birth: '31 June 2013', zip: '08609' }, 'already-here'],
    ['another youth', { youth_first_name: 'Leo', youth_last_name: 'Diaz', date_of_birth: '2011-02-05' }, 'readable'],
    ['another youth of the same birth day', { youth_first_name: 'Leo', youth_last_name: 'Diaz' }, 'readable'],
    ['a twin', { youth_first_name: 'Vera' }, 'readable'],
    ['another youth whose birth day is wrong too', { youth_first_name: 'Leo', date_of_birth: 'x' }, 'unreadable'],
  ])('%s', (_, changes, kind) => {
    expect(readAs('row-0123', changes).kind).toBe(kind);
  });

  it('is known under the number it came in with, of several that were called alike too', () => {
    expect(readAs('row-0123')).toMatchObject({ externalId: 'K-1' });
    expect(readAs('row-alike', { youth_first_name: 'Vera' })).toMatchObject({ externalId: 'K-3' });
  });

  it('is a question where it was mended to a youth out of reach', () => {
    const question = { field: 'kinfold_row', code: 'row-mended-before', detail: { value: 'row-beyond' } };
    expect(readAs('row-beyond')).toMatchObject({ kind: 'unreadable', problems: [question] });
    expect(readAs('row-beyond', { date_of_birth: '' })).toMatchObject({
      problems: [question, { field: 'date_of_birth', code: 'missing' }],
    });
  });

  it('is a new row where nobody mended it', () => {
    expect([readAs('row-4567').kind, readAs(null).kind]).toEqual(['readable', 'readable']);
  });
});
