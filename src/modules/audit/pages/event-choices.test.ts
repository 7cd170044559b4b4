import { expect, test } from 'vitest';
import { eventChoices } from './event-choices.ts';
import { sayOperation } from './say-operation.ts';

test('events stand by what they are about, looks and changes apart, each once', () => {
  const choices = eventChoices('');
  const of = (group: string) => choices.find((one) => one.group === group)?.items.map(({ label }) => label) ?? [];
  expect(of('Charts: looks')).toContain('Opened a chart');
  expect(of('Charts: changes')).toContain('Set right what was recorded wrongly');
  expect(of('Youth and family: looks')).toEqual([]);
  const values = choices.flatMap(({ items }) => items.map(({ value }) => value));
  expect(new Set(values).size).toBe(values.length);
  const labels = choices.flatMap(({ items }) => items.map(({ label }) => label));
  expect(new Set(labels).size).toBe(labels.length);
});

test('an event nobody gave words is said by its code, and can still be chosen', () => {
  expect(sayOperation('new-thing.half-done')).toBe('New thing half done');
  expect(eventChoices('new-thing.half-done').at(-1)).toEqual({
    group: 'New thing half done',
    items: [{ value: 'new-thing.half-done', label: 'New thing half done' }],
  });
});
