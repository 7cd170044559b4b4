import { describe, expect, test } from 'vitest';
import { type Field, inWords, toForm, toRecord } from './field.ts';

const field = (kind: 'text' | 'lines' | 'yes-no' | 'tick'): Field => ({ name: 'x', label: 'X', kind });
const ticks: Field = { name: 'x', label: 'X', kind: 'ticks', choices: { team: 'The team' } };

describe('what is shown goes back as it came', () => {
  test.each([
    [field('text'), 'Luz'],
    [field('text'), null],
    [field('lines'), ['Latino', 'Afro-Dominican']],
    [field('lines'), []],
    [field('yes-no'), true],
    [field('yes-no'), false],
    [field('yes-no'), null],
    [field('tick'), true],
    [ticks, ['team']],
  ])('%o %o', (one, said) => {
    expect(toRecord(one, toForm(one, said))).toEqual(said);
  });
});

test('an answer of blanks is no answer', () => {
  expect(toRecord(field('text'), '   ')).toBeNull();
});

test('codes are said in words, and what nobody said is said', () => {
  expect(inWords(ticks, ['team'])).toBe('The team');
  expect(inWords(field('yes-no'), null)).toBe('not said');
  expect(inWords(field('yes-no'), false)).toBe('no');
});
