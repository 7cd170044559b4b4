import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { blockingKeys, comparable, compareYouths, type MatchPerson } from './matching.ts';
import { compareBirthDays } from './matching-birth-day.ts';
import { comparableName, compareNames, type NameLikeness } from './matching-names.ts';

/** `Maya (Mimi) Rivera`: first name, preferred name, family name; `_` for none. */
function named(text: string) {
  const [, first = '', preferred, last = ''] = /^(.*?)(?: \((.*)\))? (\S+)$/.exec(text) ?? [];
  const plain = (part: string) => (part === '_' ? '' : part.replaceAll('~', ' '));
  return { first: plain(first), last: plain(last), preferred: preferred ?? null };
}

describe('how alike two names are', () => {
  test.each<[one: string, other: string, likeness: NameLikeness]>([
    ['Maya Rivera', 'Maya Rivera', 'same'],
    ['MAYA rivera', 'Maya Rivera', 'same'],
    ['Maya de~la~Cruz', 'Maya Delacruz', 'same'],
    ['Mary~Ann Rivera', 'Maryann Rivera', 'same'],
    ['Maia Rivera', 'Maya Rivera', 'sound'],
    ['Maya Ribera', 'Maya Rivera', 'near'],
    ['Maia Ribera', 'Maya Rivera', 'near'],
    ['Dom Rivera', 'Domingo Rivera', 'near'],
    ['Do Rivera', 'Domingo Rivera', 'family-name'],
    ['Ingo Rivera', 'Domingo Rivera', 'family-name'],
    ['Domi Rivera', 'Domingo Rivera', 'near'],
    ['Owen Rivera', 'Omen Rivera', 'near'],
    ['Owen Rivera', 'Owyn Rivera', 'sound'],
    ['Darnell Rivera', 'Damell Rivera', 'family-name'],
    ['Marcus Rivera', 'Macrus Rivera', 'near'],
    ['Owen Rivera', 'Olwen Rivera', 'near'],
    ['Carlos Rivera', 'Calros Rivera', 'near'],
    ['Carlos Rivera', 'Colras Rivera', 'family-name'],
    ['Max Rivera', 'Mac Rivera', 'family-name'],
    ['Brigid Rivera', 'Bridig Rivera', 'family-name'],
    ['Tomas Rivera', 'Owen Rivera', 'family-name'],
    ['Maya Rivera', 'Maya Hartwell', 'different'],
    ['Maya Rivera', 'Owen Hartwell', 'different'],
    ['Ana~María Rivera', 'Ana Rivera', 'part'],
    ['Ana Rivera', 'Ana~María Rivera', 'part'],
    ['Ana~María Rivera', 'Ana~Lucía Rivera', 'family-name'],
    ['Ana~B Rivera', 'B Rivera', 'family-name'],
    ['Maya Rivera~Soto', 'Maya Soto', 'part'],
    ['Maya Rivera~Soto', 'Maya Ribera', 'part'],
    ['Maia Rivera~Soto', 'Maya Soto', 'part'],
    ['Ana~María Rivera', 'Anna~Maria Rivera', 'sound'],
    ['Ana~Xu Rivera', 'Ana~María~José Rivera', 'family-name'],
    ['Lorena Rivera', 'Lorenena Rivera', 'family-name'],
    ['Carlos Rivera', 'Cadmos Rivera', 'family-name'],
    ['Carlos Rivera', 'Calmos Rivera', 'family-name'],
    ['Carlos Rivera', 'Cadros Rivera', 'family-name'],
    ['Maya (Owen) Rivera', 'Maya Rivera', 'same'],
    ['Maya Rivera', 'Rivera Maya', 'swapped'],
    ['Maya Rivera', 'Rivera Owen', 'different'],
    ['Maya Rivera', 'Owen Maya', 'different'],
    ['Melissa (Maya) Rivera', 'Maya Rivera', 'same'],
    ['Maya Rivera', 'Melissa (Maya) Rivera', 'same'],
    ['Melissa (Maia) Rivera', 'Maya Rivera', 'sound'],
    ['Owen (Maya) Rivera', 'Tomas (Maya) Rivera', 'same'],
    ['Owen (Rivera) Maya', 'Maya Rivera', 'swapped'],
    ['_ Rivera', 'Maya Rivera', 'family-name'],
    ['Maya _', 'Maya Rivera', 'different'],
    ['_ _', '_ _', 'different'],
  ])('%s and %s: %s', (one, other, likeness) => {
    const [a, b] = [comparableName(named(one)), comparableName(named(other))];
    expect(compareNames(a, b)).toBe(likeness);
    expect(compareNames(b, a)).toBe(likeness);
  });
});

describe('how alike two birth days are', () => {
  test.each([
    ['day and month exchanged', '2012-11-05', '2012-05-11', 'one-slip'],
    ['exchanged, and in another year', '2012-11-05', '2019-05-11', 'different'],
    ['the same day of the month alone', '2012-12-12', '2019-07-12', 'different'],
    ['one digit of the millennium', '2012-11-21', '1012-11-21', 'one-slip'],
    ['two digits, side by side, not exchanged', '2012-11-21', '2012-11-13', 'different'],
    ['two digits exchanged, but not side by side', '2012-03-21', '2012-01-23', 'different'],
    ['two digits, only one of them from the other', '2012-03-12', '2012-03-23', 'different'],
    ['two digits exchanged and a third one wrong', '2012-03-12', '2021-03-19', 'different'],
    ['one that somebody guessed, a year away', '~2012-01-01', '2012-11-21', 'near-estimate'],
    ['one that somebody guessed, two years away', '~2014-11-21', '2012-11-21', 'near-estimate'],
    ['one that somebody guessed, longer away', '~2014-11-23', '2012-11-21', 'different'],
    ['both guessed, a year apart', '~2012-01-01', '~2013-01-01', 'near-estimate'],
    ['one that somebody guessed, and the very day', '~2012-11-21', '2012-11-21', 'same'],
    ['one that somebody guessed, the other unknown', '~2012-11-21', null, 'unknown'],
    ['one unknown', null, '2012-11-21', 'unknown'],
    ['both unknown', null, null, 'unknown'],
  ])('%s', (_title, a, b, likeness) => {
    const [one, other] = [a, b].map(
      (said) => said && { day: day(said.replace('~', '')), estimated: said.startsWith('~') },
    );
    expect(compareBirthDays(one || null, other || null)).toBe(likeness);
    expect(compareBirthDays(other || null, one || null)).toBe(likeness);
  });
});

const maya: MatchPerson = {
  name: { first: 'Maya', last: 'Rivera', preferred: null },
  birthDay: day('2012-11-21'),
  address: { line: null, zip: null },
  telephones: [],
};

describe('the keys somebody is found by', () => {
  test('of one with everything', () => {
    const everything = { address: { line: '12 Main Street', zip: '08608' }, telephones: ['+16095550123'] };
    expect(blockingKeys({ ...maya, ...everything })).toEqual([
      'a:12 main st|08608',
      'b:15665:M',
      'b:15665:RFR',
      'n:M+RFR',
      't:+16095550123',
    ]);
  });

  test('a birth day alone brings nobody', () => {
    expect(blockingKeys({ ...maya, name: { first: '', last: '' } })).toEqual([]);
  });

  test('without a birth day there is no key with one', () => {
    expect(blockingKeys({ ...maya, birthDay: null })).toEqual(['n:M+RFR']);
  });

  test('first and family name exchanged have the same key of names', () => {
    const exchanged = { first: 'Rivera', last: 'Maya' };
    expect(blockingKeys({ ...maya, name: exchanged, birthDay: null })).toEqual(['n:M+RFR']);
  });

  test('a name of two parts is found closed up', () => {
    const keys = (last: string) => blockingKeys({ ...maya, name: { first: 'Maya', last }, birthDay: null });
    expect(keys('Mac Rae')).toEqual(expect.arrayContaining([...keys('Macrae')]));
  });

  test('a long name is found by its first part, its last, and all of it closed up', () => {
    const name = { first: 'Maya', last: 'de la Cruz' };
    expect(blockingKeys({ ...maya, name, birthDay: null })).toEqual(['n:KRS+M', 'n:M+T', 'n:M+TLKRS']);
  });
});

test('sixty is enough to ask a person to look, fifty-nine is not', () => {
  const score = (other: Partial<MatchPerson>) => {
    const match = compareYouths(comparable({ ...maya, telephones: ['+1'] }), comparable({ ...maya, ...other }));
    return [match.score, match.band];
  };
  expect(score({ name: { first: 'Tomas', last: 'Rivera' } })).toEqual([30, 'none']);
  expect(score({ birthDay: null, telephones: ['+1'] })).toEqual([58, 'possible']);
  expect(score({ birthDay: null })).toEqual([45, 'possible']);
  const home = { address: { line: '12 Main Street', zip: '08608' }, telephones: ['+1'], birthDay: null };
  const named = (first: string) => comparable({ ...maya, ...home, name: { first, last: 'Rivera' } });
  expect(compareYouths(named('Maya'), named('Maia'))).toMatchObject({ score: 60, band: 'likely' });
  expect(score({ birthDay: day('2012-11-12') })).toEqual([65, 'likely']);
  expect(score({ birthDay: day('2012-01-01'), birthDayEstimated: true })).toEqual([60, 'likely']);
  expect(score({ birthDay: day('2012-01-01') })).toEqual([20, 'none']);
});

test('two of whom no address is known do not live together', () => {
  const match = compareYouths(comparable(maya), comparable(maya));
  expect(match.reasons.map((one) => one.aspect)).toEqual(['name', 'birth-day']);
});
