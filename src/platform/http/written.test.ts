import { expect, it } from 'vitest';
import { Written } from './written.ts';

interface Answer {
  readonly name: string;
  readonly marks: readonly { readonly on: string; readonly says: string }[];
}
const marks = [{ on: '2026-10-12', says: 'a "quoted" word, ünïcode and \\ a stroke' }];

it('reads as the whole answer would, whatever the written part holds', () => {
  const written = Written.with<Answer, 'marks'>({ name: 'Ana' }, 'marks', JSON.stringify(marks));
  expect(JSON.parse(written.text)).toEqual({ name: 'Ana', marks });
});

it('may be all there is', () => {
  expect(Written.with<Pick<Answer, 'marks'>, 'marks'>({}, 'marks', '[]').text).toBe('{"marks":[]}');
});
