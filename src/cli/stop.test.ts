import { expect, it } from 'vitest';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { sentenceOf } from './stop.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('connect 10.0.0.1'), { code, ...more });

it.each([
  ['a taken port', coded('EADDRINUSE', { port: 4040 }), 'Port 4040 is already in use; set PORT to another one.'],
  ['nobody there', coded('ECONNREFUSED'), /^No database answers there; .+\.$/],
  ['nobody at any address of the host', new AggregateError([coded('ECONNREFUSED')]), /^No database answers there/],
  ['a wrong password', coded('28P01'), /^The database does not accept the password/],
  ['a file that is not there', coded('ENOENT', { path: '/nope.json' }), /^There is no file or folder \/nope\.json\.$/],
  ['a folder for a file', coded('EISDIR'), 'A folder was named where a file is needed.'],
  ['a full disk', coded('ENOSPC'), 'The disk is full.'],
  ['a file that is there', coded('EEXIST', { path: '/a' }), '/a is there already; name another.'],
  ['a file nobody may open', coded('EACCES', { path: '/a' }), '/a may not be opened by whoever runs this.'],
  ['a sentence of our own', new Error('There is no agency 7.'), 'There is no agency 7.'],
  ['somebody else’s half sentence', new Error('out of range'), 'out of range.'],
  ['a seat that may not', new Refusal(403, 'not-allowed'), 'The seat that --as names may not do this.'],
  ['something that is not there', notFound(), 'Refused: not-found.'],
  ['a wrong field', wrongField('columns', 'missing'), 'Refused: columns missing.'],
  ['no error at all', 'stopped', 'stopped.'],
] as const)('%s', (_, error, expected) => expect(sentenceOf(error)).toMatch(expected));
