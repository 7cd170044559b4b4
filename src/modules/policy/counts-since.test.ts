import { expect, test } from 'vitest';
import { isoDay } from '#shared/calendar-day.ts';
import { countsSince } from './counts-since.ts';
import { fact, small } from './testing/small-pack.ts';

const RULE = `
- duty: d
  when: enrolment.started
  owes: [x]
  met by: contact.made`;
const started = [fact(1, '2026-11-23', 'enrolment.started')];

test.each([
  ['owed once, from its first day', '\n  due: within 3 calendar days', 'd#1', '2026-11-23'],
  [
    'owed once, and acts before count',
    '\n  due: within 3 calendar days\n  counts from: 30 calendar days before',
    'd#1',
    '2026-10-24',
  ],
  ['met by an act of any time', '\n  due: within 3 calendar days\n  counts from: any time', 'd#1', null],
  ['of each month, from its first period', '\n  repeats: each month', 'd#1#2026-12', '2026-12-01'],
  ['a duty nobody knows', '\n  due: within 3 calendar days', 'd#7', null],
])('%s', (_situation, more, key, since) => {
  const found = countsSince(small(`${RULE}${more}`), started, key);
  expect(found === null ? null : isoDay(found)).toBe(since);
});
