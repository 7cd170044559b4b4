import { expect, it } from 'vitest';
import type { SaidLanguage } from '../../languages.ts';
import { earlier, named, preferring, ticked, toLanguages, toRows, withAnother } from './written-languages.ts';

const spanish = { code: 'es', words: null, speaks: true, reads: true, talk: true, letters: true };
const mossi = { code: 'mos', words: null, speaks: true, reads: false, talk: false, letters: false };
const mam = { ...mossi, code: null, words: 'Mam' };
const said: readonly SaidLanguage[] = [spanish, mossi, mam];

it('what is shown goes back as it came, also a code without a name of ours', () => {
  expect(toRows(said).map(({ text }) => text)).toEqual(['Spanish', 'Mossi', 'Mam']);
  expect(toLanguages(toRows(said))).toEqual(said);
});

it('a name we know is its code, another stays as it was written, and a row without one says nothing', () => {
  const rows = withAnother(withAnother(toRows([])));
  expect(toLanguages(named(rows, 0, ' asl '))).toEqual([{ ...mossi, code: 'ase' }]);
  expect(toLanguages(named(named(rows, 0, 'Mam '), 1, 'Spanish'))).toEqual([mam, { ...mossi, code: 'es' }]);
});

it('a new row is none of the others’', () => {
  const rows = withAnother(toRows(said).filter(({ row }) => row !== 1));
  expect(rows.map(({ row }) => row)).toEqual([0, 2, 3]);
});

it('what they do not speak or read any more is not preferred either', () => {
  expect(toLanguages(ticked(toRows([spanish]), 0, { speaks: false }))).toEqual([
    { ...spanish, speaks: false, talk: false },
  ]);
  expect(toLanguages(ticked(toRows([spanish]), 0, { reads: false }))).toEqual([
    { ...spanish, reads: false, letters: false },
  ]);
});

it('one is preferred, or none', () => {
  const talks = (row: number | null) => preferring(toRows(said), 'talk', row).map(({ talk }) => talk);
  expect(talks(1)).toEqual([false, true, false]);
  expect(talks(null)).toEqual([false, false, false]);
});

it('moved earlier, the order is the one told; the first stays', () => {
  expect(toLanguages(earlier(toRows(said), 2))).toEqual([spanish, mam, mossi]);
  expect(toLanguages(earlier(toRows(said), 0))).toEqual(said);
});
