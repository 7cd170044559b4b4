import { describe, expect, it } from 'vitest';
import { findByText } from './find-by-text.ts';
import { ZIP_CODES } from './places.ts';
import { counties } from './seed.ts';

const countiesFor = (text: string) => findByText(text).matches.map(({ county }) => county.replace('nj-', ''));

describe('what a family may write', () => {
  it.each([
    ['a county', 'Cumberland', ['cumberland']],
    ['a county with the word', 'Warren County', ['warren']],
    ['a county in Spanish', 'Condado de Cape May', ['cape-may']],
    ['a county in capitals with spaces', '  SUSSEX  county ', ['sussex']],
    ['a county with an accent', 'Móris', ['morris']],
    ['a town', 'Bridgeton', ['cumberland']],
    ['a town, not in capitals', 'toms river', ['ocean']],
    ['a town with its state', 'Vineland, NJ', ['cumberland']],
    ['a town with the state in Spanish', 'Paterson, Nueva Jersey', ['passaic']],
    ['a town with a short form', 'Mt. Holly', ['burlington']],
    ['a town with a hyphen left out', 'ho ho kus', ['bergen']],
    ['a town and its ZIP code', 'Bridgeton, 08302', ['cumberland']],
    ['a ZIP code', '07102', ['essex']],
    ['a ZIP code with four more digits', '08302-1234', ['cumberland']],
    ['a ZIP code that lost its zero', '8302', ['cumberland']],
    ['a whole address', '12 Union Street, Vineland NJ 08360', ['cumberland']],
    ['a street named like a county', '40 Essex Road, Cherry Hill', ['camden']],
    ['a ZIP code on a county line', '08540', ['mercer', 'middlesex', 'somerset']],
    ['the same with its post office', 'Princeton 08540', ['mercer', 'middlesex', 'somerset']],
    ['the same with the town that settles it', 'Plainsboro, NJ 08540', ['middlesex']],
    ['the same with the county that settles it', 'Somerset County 08540', ['somerset']],
    [
      'a name that several counties have',
      'Washington Township',
      ['bergen', 'burlington', 'gloucester', 'morris', 'warren'],
    ],
    ['a name without its last word', 'Hamilton', ['atlantic', 'mercer']],
    ['a county that is a town elsewhere', 'Warren', ['warren', 'somerset']],
    ['a town and a ZIP code that contradict each other', 'Cherry Hill 07102', ['essex', 'camden']],
    ['the beginning of a name', 'bridge', ['gloucester', 'cumberland', 'somerset']],
    ['a later word of a name', 'amboy', ['middlesex', 'middlesex']],
    ['a name with one slip', 'Brigeton', ['cumberland']],
    ['a name with a letter too many', 'Cambden', ['camden']],
    ['a name with two letters swapped', 'Pasasic', ['passaic']],
    ['a township called like a state', 'Delaware', ['hunterdon', 'warren']],
  ])('%s: %s', (_, text, expected) => {
    expect(countiesFor(text)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['only spaces', '   '],
    ['two letters', 'br'],
    ['a name nobody has', 'Atlantis Springs Eternal'],
    ['a ZIP code that New Jersey does not use', '08999'],
    ['only the state', 'New Jersey'],
    ['markup', '<script>alert(1)</script>'],
    ['far too much', 'x'.repeat(100_000)],
  ])('%s finds nothing and blames nobody', (_, text) => {
    expect(findByText(text)).toMatchObject({ matches: [], elsewhere: null });
  });

  it.each([
    ['a Pennsylvania ZIP code', '19103', 'Pennsylvania'],
    ['a Pennsylvania city', 'Philadelphia, PA', 'Pennsylvania'],
    ['a New York ZIP code', 'New York 10001', 'New York'],
    ['a county of the same name in Pennsylvania', 'Cumberland County, PA', 'Pennsylvania'],
    ['a ZIP code from far away', '90210', null],
  ])('%s is another state', (_, text, state) => {
    expect(findByText(text)).toEqual({ matches: [], guessed: false, elsewhere: { state } });
  });

  it('says when it guessed', () => {
    expect(findByText('Bridgeton').guessed).toBe(false);
    expect(findByText('Bridget').guessed).toBe(true);
  });
});

describe('the tables behind it', () => {
  const known = new Set(counties.filter(({ state }) => state === 'NJ').map(({ code }) => code));

  it('every ZIP code and every county name finds its county', () => {
    for (const [zip, { counties: reached }] of ZIP_CODES) {
      expect(findByText(zip).matches.map(({ county }) => county)).toEqual(reached);
      expect(reached.every((county) => known.has(county))).toBe(true);
    }
    for (const { code, name } of counties.filter(({ state }) => state === 'NJ')) {
      expect(findByText(`${name} County`).matches).toEqual([{ county: code, by: 'county', name }]);
    }
  });
});
