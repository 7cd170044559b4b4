import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, day } from '#shared/calendar-day.ts';
import { blockingKeys, comparable, compareYouths, type MatchBand, type MatchPerson } from './matching.ts';
import { compareBirthDays } from './matching-birth-day.ts';

const maya: MatchPerson = {
  name: { first: 'Maya', last: 'Rivera', preferred: null },
  birthDay: day('2012-11-21'),
  address: { line: '12 North Main Street', zip: '08608' },
  telephones: ['+16095550123'],
};
const moved = { address: { line: '99 Other Road', zip: '07030' }, telephones: ['+12015550199'] };
const named = (first: string, last: string, preferred: string | null = null) => ({ name: { first, last, preferred } });

const SITUATIONS: readonly [string, Partial<MatchPerson>, MatchBand][] = [
  ['the very same', {}, 'likely'],
  ['moved, same name and birth day', moved, 'likely'],
  ['moved, name that sounds the same', { ...moved, ...named('Maia', 'Ribera') }, 'likely'],
  ['first and family name exchanged', { ...moved, ...named('Rivera', 'Maya') }, 'likely'],
  ['a second family name more', { ...moved, ...named('Maya', 'Rivera-Soto') }, 'likely'],
  ['a preferred name that is the other first name', { ...moved, ...named('Melissa', 'Rivera', 'Maya') }, 'likely'],
  ['the end of the first name lost', { ...moved, ...named('May', 'Rivera') }, 'likely'],
  ['day and month exchanged', { ...moved, birthDay: day('2012-11-12') }, 'likely'],
  ['one digit of the birth day wrong', { ...moved, birthDay: day('2013-11-21') }, 'likely'],
  [
    'sounds the same, birth day one slip away, moved',
    { ...moved, ...named('Maia', 'Ribera'), birthDay: day('2012-11-22') },
    'possible',
  ],
  ['same home and telephone, birth day unknown', { birthDay: null }, 'likely'],
  ['a twin', named('Tomas', 'Rivera'), 'possible'],
  ['a brother or sister', { ...named('Tomas', 'Rivera'), birthDay: day('2009-02-03') }, 'none'],
  ['a parent of the same name at home', { birthDay: day('1984-05-06') }, 'possible'],
  ['same name, other birth day, elsewhere', { ...moved, birthDay: day('2008-05-06') }, 'none'],
  ['same birth day only', { ...moved, ...named('Owen', 'Hartwell') }, 'none'],
  ['another child in the same home, same birth day', named('Owen', 'Hartwell'), 'none'],
];

describe('is it the same youth?', () => {
  it.each(SITUATIONS)('%s', (_, other, band) => {
    expect(compareYouths(comparable(maya), comparable({ ...maya, ...other })).band).toBe(band);
  });

  it.each([
    ['Katie', 'Katherine'],
    ['Will', 'Guillermo-William'],
    ['Lupita', 'Guadalupe'],
  ])('%s may be %s', (a, b) => {
    const one = comparable({ ...maya, ...moved, ...named(a, 'Ibsen') });
    expect(compareYouths(one, comparable({ ...maya, ...named(b, 'Ibsen') })).band).toBe('likely');
  });

  it.each([
    ['2012-03-09', '2012-09-03', 'one-slip'],
    ['2012-03-09', '2012-03-19', 'one-slip'],
    ['2012-03-12', '2012-03-21', 'one-slip'],
    ['2012-03-09', '2021-03-09', 'one-slip'],
    ['2012-03-09', '2012-04-10', 'different'],
    ['2012-03-09', '2012-03-09', 'same'],
  ])('a birth day of %s and one of %s: %s', (a, b, likeness) => {
    const said = (text: string) => ({ day: day(text), estimated: false });
    expect(compareBirthDays(said(a), said(b))).toBe(likeness);
  });

  it('says why', () => {
    const match = compareYouths(comparable(maya), comparable({ ...maya, birthDay: day('2012-11-12') }));
    expect(match.reasons.map((reason) => `${reason.aspect} ${reason.likeness}`)).toEqual([
      'name same',
      'birth-day one-slip',
      'address same',
      'telephone same',
    ]);
  });
});

const anyone: fc.Arbitrary<MatchPerson> = fc.record({
  name: fc.record({
    first: fc.constantFrom('Maya', 'Maia', 'José', 'Pepe', 'Lee', 'Ana María', 'Zoë-Ánh', ''),
    last: fc.constantFrom('Rivera', 'Ribera', 'Rivera-Soto', 'de la Cruz', 'Delacruz', 'Lee', 'O’Brien', ''),
    preferred: fc.constantFrom(null, 'Maya', 'Ani'),
  }),
  birthDay: fc.option(fc.integer({ min: 14_000, max: 14_040 }).map((days) => days as CalendarDay)),
  address: fc.constantFrom(
    { line: '1 Elm St', zip: '08608' },
    { line: '2 Oak Road', zip: '07030' },
    { line: null, zip: null },
  ),
  telephones: fc.constantFrom(['+16095550123'], ['+12015550199'], []),
});

describe('comparing two youths', () => {
  it('does not depend on which comes first', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        expect(compareYouths(comparable(a), comparable(b))).toEqual(compareYouths(comparable(b), comparable(a)));
      }),
    );
  });

  it('finds a name written in one or in three', () => {
    const apart = blockingKeys({ ...maya, ...moved, ...named('Maya', 'de la Cruz'), birthDay: null });
    const elsewhere = { address: { line: null, zip: null }, telephones: [] };
    const closedUp = blockingKeys({ ...maya, ...elsewhere, ...named('Maya', 'Delacruz'), birthDay: null });
    expect(closedUp.some((key) => apart.includes(key))).toBe(true);
  });

  it('finds by a shared key every pair it would call likely', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        if (compareYouths(comparable(a), comparable(b)).band !== 'likely') return;
        const keys = blockingKeys(b);
        expect(blockingKeys(a).some((key) => keys.includes(key))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
