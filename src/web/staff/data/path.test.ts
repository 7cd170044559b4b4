import { describe, expect, it } from 'vitest';
import { failureOf } from './api-error.ts';
import { fillPath, queryText } from './path.ts';

describe('an address', () => {
  it('has its names filled in, encoded', () => {
    expect(fillPath('/api/charts/:chart/contacts/:contact', { chart: 'a b', contact: 7 })).toBe(
      '/api/charts/a%20b/contacts/7',
    );
  });

  it('complains of a missing name', () => expect(() => fillPath('/api/charts/:chart', {})).toThrow('chart'));

  it('leaves out what is not asked and repeats lists', () => {
    expect(queryText({ mine: undefined, kind: ['a', 'b'], limit: 5 })).toBe('?kind=a&kind=b&limit=5');
    expect(queryText({})).toBe('');
  });
});

describe('an answer that is not a success', () => {
  it.each([
    [401, 'signed-out'],
    [423, 'locked'],
    [409, 'refused'],
    [422, 'refused'],
    [500, 'fault'],
    [503, 'offline'],
  ])('%i is %s', (status, kind) => expect(failureOf(status)).toBe(kind));
});
