import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, nameTokens, soundKeys } from './names.ts';

describe('a name folded for comparing', () => {
  it.each([
    ['accents', 'José Ñandú', 'jose nandu'],
    ['an apostrophe of either kind', "O’Brien and O'Brien", 'obrien and obrien'],
    ['a hyphen', 'Zoë-Ánh', 'zoe anh'],
    ['letters that do not come apart', 'Łukasz Strauß Sørensen', 'lukasz strauss sorensen'],
    ['blanks of all kinds', '  de\u00A0la   Cruz ', 'de la cruz'],
    ['another script', '王小明', '王小明'],
    ['nothing but marks', '--- ', ''],
  ])('%s', (_, name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('is the same when folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => foldName(foldName(name)) === foldName(name)));
  });
});

describe('the parts of a name', () => {
  it('are words of letters and digits', () => {
    expect(nameTokens('Ana María O’Brien-Ruiz')).toEqual(['ana', 'maria', 'obrien', 'ruiz']);
    expect(nameTokens('…')).toEqual([]);
  });
});

describe('the sound of a name', () => {
  it.each([
    ['Catherine', 'Kathryn'],
    ['Smith', 'Smyth'],
    ['Sofia', 'Sophia'],
    ['Philip', 'Filip'],
    ['Bob', 'Robert'],
    ['Pepe', 'José'],
    ['王', '王'],
  ])('%s sounds like %s', (a, b) => {
    expect(soundKeys(a).some((key) => soundKeys(b).includes(key))).toBe(true);
  });

  it('is not the same for unlike names', () => {
    expect(soundKeys('Amara').some((key) => soundKeys('Tobias').includes(key))).toBe(false);
  });

  it('is found for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => soundKeys(name).every((key) => key !== '')));
  });
});
