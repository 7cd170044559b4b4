import { expect, it } from 'vitest';
import { z } from 'zod';
import { codes, codesIn, speaksOfAnother } from './codes.ts';

const WHERE = codes(['group-home', 'rtf', 'treatment-home'], { rtf: 'pa-tcm', 'treatment-home': 'nj-cmo' });
const shape = { where: WHERE.optional(), been: z.array(WHERE).optional(), note: z.string().optional() };

it.each([
  ['nj-cmo', ['group-home', 'treatment-home']],
  ['pa-tcm', ['group-home', 'rtf']],
] as const)('%s is offered its own codes and those of both', (programme, known) => {
  expect(codesIn(WHERE, programme)).toEqual(known);
});

it.each([
  ['a code of both', { where: 'group-home' }, 'nj-cmo', false],
  ['a code of the other', { where: 'rtf' }, 'nj-cmo', true],
  ['the same code at home', { where: 'rtf' }, 'pa-tcm', false],
  ['one of the other among several', { been: ['group-home', 'treatment-home'] }, 'pa-tcm', true],
  ['nothing said', {}, 'nj-cmo', false],
  ['a field without codes', { note: 'rtf' }, 'nj-cmo', false],
] as const)('%s', (_situation, data, programme, foreign) => {
  expect(speaksOfAnother(shape, data, programme)).toBe(foreign);
});
