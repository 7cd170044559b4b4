import { expect, test } from 'vitest';
import { median, percentile, rate, ratioWords } from './arithmetic.ts';
import { field } from './copy-sink.ts';

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBe(0);
});

test('a percentile is a value that was there', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test('one bad round does not move the rate', () => {
  expect(
    rate([
      { requests: 100, seconds: 1 },
      { requests: 10, seconds: 1 },
      { requests: 240, seconds: 2 },
    ]),
  ).toBe(100);
});

test('ratios read as people say them', () => {
  expect(ratioWords(0.5)).toBe('1/2.0');
  expect(ratioWords(1.234)).toBe('1.23');
  expect(ratioWords(0)).toBe('–');
});

test('a value in COPY’s text format', () => {
  expect(field(null)).toBe('\\N');
  expect(field('a\tb\\c\n')).toBe('a\\tb\\\\c\\n');
  expect(field(['x', 'say "hi"'])).toBe('{"x","say \\\\"hi\\\\""}');
  expect(field({ a: 'line\n' })).toBe('{"a":"line\\\\n"}');
  expect(field(true)).toBe('t');
});
