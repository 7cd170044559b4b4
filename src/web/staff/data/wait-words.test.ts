import { expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { waitWords } from './wait-words.ts';

const refused = (code: string, extra = {}) =>
  new ApiError('refused', { type: 'about:blank', title: '', status: 429, code, problems: [], ...extra });

it.each([
  [1, 'in 1 second;'],
  [64, 'in 64 seconds;'],
  [91, 'in 2 minutes;'],
  [900, 'in 15 minutes;'],
])('whoever must wait %d seconds is told so', (retryAfter, said) => {
  expect(waitWords(refused('too-many-attempts', { retryAfter }))).toContain(said);
});

it('whoever waits in vain is told what helps', () => {
  expect(waitWords(refused('too-many-attempts', { retryAfter: null }))).toContain(
    'ask your administrator for a new link',
  );
});

it('in Spanish too', () => {
  expect(waitWords(refused('too-many-attempts', { retryAfter: 120 }), 'es')).toContain('en 2 minutos;');
});

it('any other refusal has words of its own', () => {
  expect(waitWords(refused('wrong-password'))).toBeNull();
});
